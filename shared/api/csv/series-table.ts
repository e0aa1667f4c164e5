import { comparePeriods, type Period } from '../../period/period.ts';
import type { SeriesView } from '../../recompute/views.ts';
import type { CsvTable, Scalar } from './csv-text.ts';

/** What a point of a series may say, in the order and under the names of its JSON. */
const POINT = [
  ...(['value', 'status', 'numerator', 'denominator', 'months', 'publishedMonths'] as const),
  ...([
    'plan',
    'difference',
    'differencePercent',
    'knownAt',
    'recordedAt',
    'source',
    'note',
    'drop',
  ] as const),
] as const;
const FORECAST = ['value', 'lower80', 'upper80', 'lower95', 'upper95'] as const;
const LEVELS = ['region', 'national', 'stat-neighbours'] as const;

/**
 * A series as a table with a row for each period that it has anything to say of: figures, then the forecast, the
 * figures to compare with, and each plan line, where there are any.
 */
export function seriesTable({ points, plans, forecast, comparators }: SeriesView): CsvTable {
  const figures = byPeriod(points);
  const ahead = byPeriod(forecast?.points ?? []);
  const others = LEVELS.map((level) => ({
    name: `comparators.${level}`,
    points: byPeriod(comparators.find((each) => each.level === level)?.points ?? []),
  }));
  const lines = plans.map(({ trajectory, kind, points: planned }) => ({
    name: `plans.${trajectory}.${kind}`,
    points: byPeriod(planned),
  }));
  const periods = new Set(
    [figures, ahead, ...others.map((each) => each.points), ...lines.map((each) => each.points)].flatMap(
      (map) => [...map.keys()],
    ),
  );
  const columns = [
    'period',
    ...POINT,
    ...FORECAST.map((name) => `forecast.${name}`),
    ...others.flatMap(({ name }) => [`${name}.value`, `${name}.status`]),
    ...lines.map(({ name }) => name),
  ];
  const rows = [...periods].sort(comparePeriods).map((period): readonly Scalar[] => {
    const figure = figures.get(period);
    const forecasted = ahead.get(period);
    return [
      period,
      ...POINT.map((name) => figure?.[name]),
      ...FORECAST.map((name) => forecasted?.[name]),
      ...others.flatMap(({ points: there }) => [there.get(period)?.value, there.get(period)?.status]),
      ...lines.map(({ points: there }) => there.get(period)?.value),
    ];
  });
  return { columns, rows };
}

function byPeriod<Point extends { readonly period: Period }>(
  points: readonly Point[],
): ReadonlyMap<Period, Point> {
  return new Map(points.map((point) => [point.period, point]));
}
