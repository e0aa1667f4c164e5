import type { MetricDefinition } from '../../catalogue/metric.ts';
import { deriveSeries } from '../../derive/derive.ts';
import type { MetricSeries, Point } from '../../derive/point.ts';
import { dimensionsId } from '../../facts/cell.ts';
import { isCommitted } from '../../facts/drop.ts';
import { foldFacts } from '../../facts/fold.ts';
import { comparePeriods, type Period } from '../../period/period.ts';
import type { Known } from '../figures.ts';
import type { Change, Summary } from './summary-view.ts';

// Three instants at which something became known: two refreshes and what the papers between them added.
const INSTANTS = 3;
const MOST = 40;

/**
 * What the figures that became known last changed: restated, withheld and retracted figures before new ones, the
 * last instant first. Metrics that only serve others are left out. Plans are no figures and are not compared.
 */
export function latestChanges(
  known: Known,
  catalogue: readonly MetricDefinition[],
  now: Date,
): Summary['changes'] {
  const limit = now.toISOString();
  const instants = [...new Set(known.drops.filter(isCommitted).map(({ knownAt }) => knownAt))]
    .filter((at) => at <= limit)
    .sort();
  const compared = instants.slice(-INSTANTS);
  const [since] = compared;
  if (since === undefined) return { since: null, total: 0, items: [] };
  const shown = [instants.at(-INSTANTS - 1), ...compared].map((at) =>
    at === undefined ? new Map<string, Shown>() : shownAt(known, catalogue, new Date(at)),
  );
  const items = compared
    .flatMap((knownAt, index) =>
      changesBetween(shown[index] ?? new Map(), shown[index + 1] ?? new Map(), knownAt),
    )
    .toReversed();
  const place = new Map(catalogue.map(({ id }, index) => [id, index]));
  items.sort(
    (a, b) =>
      (a.knownAt === b.knownAt ? 0 : a.knownAt < b.knownAt ? 1 : -1) ||
      Number(a.kind === 'new') - Number(b.kind === 'new') ||
      (place.get(a.metric) ?? 0) - (place.get(b.metric) ?? 0) ||
      comparePeriods(b.period, a.period),
  );
  return { since, total: items.length, items: items.slice(0, MOST) };
}

type Shown = {
  readonly definition: MetricDefinition;
  readonly series: MetricSeries;
  readonly points: ReadonlyMap<Period, Point>;
};

function shownAt(
  { drops, blocks }: Known,
  catalogue: readonly MetricDefinition[],
  instant: Date,
): ReadonlyMap<string, Shown> {
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const entries = deriveSeries(foldFacts(drops, blocks, instant), catalogue).flatMap((series) => {
    const definition = definitions.get(series.metric);
    if (!definition || definition.supporting) return [];
    const points = new Map(series.points.map((point) => [point.period, point]));
    return [[`${series.metric}|${dimensionsId(series.dimensions)}`, { definition, series, points }] as const];
  });
  return new Map(entries);
}

function changesBetween(
  before: ReadonlyMap<string, Shown>,
  after: ReadonlyMap<string, Shown>,
  knownAt: string,
): readonly Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const was = before.get(id)?.points ?? new Map<Period, Point>();
    const is = after.get(id)?.points ?? new Map<Period, Point>();
    const shown = after.get(id) ?? before.get(id);
    if (!shown) return [];
    const { definition, series } = shown;
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((period) => {
      const from = was.get(period)?.value ?? null;
      const point = is.get(period);
      const to = point?.value ?? null;
      if (from === to) return [];
      return [
        {
          ...{ metric: series.metric, shortName: definition.shortName, unit: definition.unit },
          dimensions: { ...series.dimensions },
          ...{ period, kind: kindOf(from, point), from, to },
          status: point?.status ?? null,
          knownAt,
          drop: point?.source.drop.id ?? null,
        },
      ];
    });
  });
}

function kindOf(from: number | null, point: Point | undefined): Change['kind'] {
  if (point === undefined) return 'retracted';
  if (point.value === null) return 'withheld';
  return from === null ? 'new' : 'restated';
}
