import { parsePeriod } from '../../shared/period/period.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { figureOr, periodText } from '../words/figure.ts';
import { section } from './section.ts';
import { type Column, table } from './table.ts';

const LEVELS = { region: 'Region', national: 'England', 'stat-neighbours': 'Similar councils' } as const;
const ORDER = ['region', 'stat-neighbours', 'national'] as const;

type Row = { readonly period: string; readonly [level: string]: string };

/** The figures of others for the same periods, the nation last; nothing where there are none. */
export function comparators({ comparators: found, points, unit }: SeriesView): readonly HTMLElement[] {
  const levels = ORDER.filter((level) =>
    found.some((each) => each.level === level && each.points.length > 0),
  );
  if (levels.length === 0) return [];
  const own = new Map(points.map(({ period, value }) => [String(period), value]));
  const periods = new Set(found.flatMap((each) => each.points.map(({ period }) => String(period))));
  const rows = [...periods]
    .sort()
    .toReversed()
    .map(
      (period): Row => ({
        period,
        own: figureOr(own.get(period), unit),
        ...Object.fromEntries(levels.map((level) => [level, textOf(found, level, period, unit)])),
      }),
    );
  const columns: readonly Column<Row>[] = [
    { heading: 'Year or month', kind: 'row', cell: ({ period }) => periodName(period) },
    { heading: 'This council', kind: 'own', cell: (row) => row['own'] },
    ...levels.map((level) => ({ heading: LEVELS[level], cell: (row: Row) => row[level] })),
  ];
  return [
    section(
      'comparators',
      'Beside others',
      table(
        'Figures of others, as published, the newest first',
        columns,
        rows,
        'table-comparators table-cards',
      ),
    ),
  ];
}

function textOf(
  found: SeriesView['comparators'],
  wanted: string,
  period: string,
  unit: SeriesView['unit'],
): string {
  const point = found.find(({ level }) => level === wanted)?.points.find((each) => each.period === period);
  return figureOr(point?.value, unit);
}

function periodName(period: string): string {
  const parsed = parsePeriod(period);
  return parsed === undefined ? period : periodText(parsed);
}
