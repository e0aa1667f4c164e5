import { parsePeriod } from '../../shared/period/period.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { periodLabel } from '../words/figure.ts';
import { seriesFigure } from '../words/series-figure.ts';
import { section } from './section.ts';
import { type Column, table } from './table.ts';

const LEVELS = { region: 'Region', national: 'England', 'stat-neighbours': 'Similar councils' } as const;
const ORDER = ['region', 'stat-neighbours', 'national'] as const;

type Row = { readonly period: string; readonly [level: string]: string };

/** The figures of others for the same periods, the nation last; nothing where there are none. */
export function comparators(series: SeriesView): readonly HTMLElement[] {
  const { comparators: found, points } = series;
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
        own: seriesFigure(series, own.get(period)),
        ...Object.fromEntries(levels.map((level) => [level, textOf(series, level, period)])),
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

function textOf(series: SeriesView, wanted: string, period: string): string {
  const point = series.comparators
    .find(({ level }) => level === wanted)
    ?.points.find((each) => each.period === period);
  return seriesFigure(series, point?.value);
}

function periodName(period: string): string {
  const parsed = parsePeriod(period);
  return parsed === undefined ? period : periodLabel(parsed);
}
