import type { MetricDefinition } from '../catalogue/metric.ts';
import { deriveSeries } from '../derive/derive.ts';
import type { MetricSeries, Point } from '../derive/point.ts';
import { type Dimensions, dimensionsId } from '../facts/cell.ts';
import { isCommitted } from '../facts/drop.ts';
import type { Facts } from '../facts/fold.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { Known } from './figures.ts';
import { asKnown, type ShowsAt } from './shows-at.ts';

/** What one period of a series showed before something became known, and what after it. */
export type FigureChange = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly period: Period;
  readonly kind: ChangeKind;
  /** Undefined where nothing was said of the period. */
  readonly before: Point | undefined;
  readonly after: Point | undefined;
  /** The instant at which it changed. */
  readonly knownAt: string;
};

/** The instants until one (included) at which something of an area became known, the first first. */
export function knownInstants({ drops }: Pick<Known, 'drops'>, until: Date): readonly string[] {
  const limit = until.toISOString();
  const instants = new Set(drops.filter(isCommitted).map(({ knownAt }) => knownAt));
  return [...instants].filter((at) => at <= limit).sort();
}

/**
 * What figures changed at each of these instants, which follow each other; `start` is the one before the first of
 * them, undefined where nothing was known before. The last instant first; of one, restated, withheld and retracted
 * figures before new ones. Metrics that only serve others are left out. Plans are no figures and are not compared.
 * `showsAt` says what showed at an instant; without it, what was known then.
 */
export function figureChanges(
  known: Known,
  catalogue: readonly MetricDefinition[],
  instants: readonly string[],
  start: string | undefined,
  showsAt: ShowsAt = asKnown,
): readonly FigureChange[] {
  const shown = [start, ...instants].map((at) =>
    at === undefined ? new Map<string, Shown>() : shownAt(showsAt(known, at), catalogue),
  );
  const changes = instants
    .flatMap((knownAt, index) =>
      changesBetween(shown[index] ?? new Map(), shown[index + 1] ?? new Map(), knownAt),
    )
    .toReversed();
  const place = new Map(catalogue.map(({ id }, index) => [id, index]));
  const placeOf = ({ definition }: FigureChange) => place.get(definition.id) ?? 0;
  changes.sort(
    (a, b) =>
      (a.knownAt === b.knownAt ? 0 : a.knownAt < b.knownAt ? 1 : -1) ||
      Number(a.kind === 'new') - Number(b.kind === 'new') ||
      placeOf(a) - placeOf(b) ||
      comparePeriods(b.period, a.period),
  );
  return changes;
}

type Shown = {
  readonly definition: MetricDefinition;
  readonly series: MetricSeries;
  readonly points: ReadonlyMap<Period, Point>;
};

function shownAt(facts: Facts, catalogue: readonly MetricDefinition[]): ReadonlyMap<string, Shown> {
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const entries = deriveSeries(facts, catalogue).flatMap((series) => {
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
): readonly FigureChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const was = before.get(id)?.points ?? new Map<Period, Point>();
    const is = after.get(id)?.points ?? new Map<Period, Point>();
    const shown = after.get(id) ?? before.get(id);
    if (!shown) return [];
    const { definition, series } = shown;
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((period) => {
      const from = was.get(period);
      const to = is.get(period);
      if ((from?.value ?? null) === (to?.value ?? null)) return [];
      const kind = kindOf(from, to);
      return [{ definition, dimensions: series.dimensions, period, kind, before: from, after: to, knownAt }];
    });
  });
}

function kindOf(before: Point | undefined, after: Point | undefined): ChangeKind {
  if (after === undefined) return 'retracted';
  if (after.value === null) return 'withheld';
  return (before?.value ?? null) === null ? 'new' : 'restated';
}
