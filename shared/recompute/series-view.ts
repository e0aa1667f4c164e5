import type { MetricDefinition } from '../catalogue/metric.ts';
import { type PlanLine, planInForce } from '../derive/plans.ts';
import type { MetricSeries, Point } from '../derive/point.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import type { Facts } from '../facts/fold.ts';
import { type ComparatorPoint, type ComparedWith, comparedPoints } from './compared-with.ts';
import type { PointView, SeriesView } from './views.ts';

/** A series as it stands, before anything is forecast or judged: points with their plan, plan lines, comparators. */
export type SeriesFigures = Omit<SeriesView, 'forecast' | 'forecastNote' | 'missingInputs' | 'rating'>;

const COMPARATORS = ['region', 'national', 'stat-neighbours'] as const;

/** The figures of one series of an area. `series` may have no points where only a plan is known. */
export function seriesFigures(
  area: string,
  definition: MetricDefinition,
  series: MetricSeries,
  lines: readonly PlanLine[],
  facts: Facts,
  others: ComparedWith,
): SeriesFigures {
  const { metric, dimensions } = series;
  const { name, unit, frequency } = definition;
  const own = lines.filter((line) => line.metric === metric);
  return {
    area,
    metric,
    name,
    unit,
    frequency,
    dimensions: { ...dimensions },
    points: series.points.map((point) => withPlan(point, series, own)),
    plans: plansOf(series, own),
    comparators: COMPARATORS.flatMap((level) => {
      const points = comparedPoints(others, facts, level, metric, dimensions);
      return points.length === 0 ? [] : [{ level, points: points.map(comparatorPoint) }];
    }),
  };
}

/** Of a metric's plan lines those of the same dimensions; a year's plan for a year-end series. */
function plansOf({ dimensions }: MetricSeries, lines: readonly PlanLine[]): SeriesView['plans'] {
  const { financialYear, ...others } = dimensions;
  return lines
    .filter((line) => dimensionsId(line.dimensions) === dimensionsId(others))
    .map(({ trajectory, kind, points }) => ({
      trajectory,
      kind,
      points: points
        .filter(({ period }) => financialYear === undefined || period === financialYear)
        .map(planPoint),
    }))
    .filter(({ points }) => points.length > 0);
}

function planPoint({
  period,
  value,
  status,
  source,
  said,
}: Point): SeriesView['plans'][number]['points'][number] {
  const { drop } = source;
  const stated = { ...(status !== undefined && { status }), ...said };
  return { period, value, ...stated, knownAt: drop.knownAt, drop: drop.id };
}

function comparatorPoint(point: ComparatorPoint): SeriesView['comparators'][number]['points'][number] {
  return { ...planPoint(point), ...(point.n !== undefined && { n: point.n }) };
}

function withPlan(point: Point, { metric, dimensions }: MetricSeries, lines: readonly PlanLine[]): PointView {
  const { source, said, ...figures } = point;
  const plan = planInForce(lines, metric, dimensions, point.period);
  return {
    ...figures,
    ...said,
    ...(plan && { plan: plan.value, ...differenceTo(plan.value, point.value) }),
    knownAt: source.drop.knownAt,
    recordedAt: source.drop.receivedAt,
    drop: source.drop.id,
  };
}

function differenceTo(
  plan: number,
  value: number | null,
): Pick<PointView, 'difference' | 'differencePercent'> {
  if (value === null) return {};
  const difference = value - plan;
  return plan === 0 ? { difference } : { difference, differencePercent: difference / Math.abs(plan) };
}

/** The series that plans speak of and figures do not yet: a limit whose actual is not published. */
export function plannedOnly(
  series: readonly MetricSeries[],
  lines: readonly PlanLine[],
  natureOf: (metric: string) => MetricDefinition['nature'],
): MetricSeries[] {
  const present = new Set(series.map(idOf));
  const planned = lines.flatMap(({ metric, dimensions, points }) =>
    natureOf(metric) === 'year-end'
      ? points.map(({ period }) => ({
          metric,
          dimensions: { ...dimensions, financialYear: period },
          points: [],
        }))
      : [{ metric, dimensions, points: [] }],
  );
  return planned.filter((each) => {
    const id = idOf(each);
    if (present.has(id)) return false;
    present.add(id);
    return true;
  });
}

function idOf({ metric, dimensions }: { readonly metric: string; readonly dimensions: Dimensions }): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
