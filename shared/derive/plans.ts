import { type Dimensions, dimensionsId, type PlanKind } from '../facts/cell.ts';
import type { Facts } from '../facts/fold.ts';
import { endOfDay } from '../period/london.ts';
import { comparePeriods, type Period, periodEnd } from '../period/period.ts';
import { type Point, pointOf } from './point.ts';

/** One line of a plan: a metric under a named trajectory. */
export type PlanLine = {
  readonly metric: string;
  readonly dimensions: Dimensions;
  readonly trajectory: string;
  readonly kind: PlanKind;
  readonly points: readonly Point[];
};

/** Every plan line of the facts, points in order of period. */
export function planLines(facts: Facts): readonly PlanLine[] {
  return [...facts.values()].flatMap(({ series, cells }) => {
    if (series.role !== 'plan') return [];
    const { metric, dimensions, trajectory, kind } = series;
    const points = [...cells].map(([period, cell]) => pointOf(period, cell));
    points.sort((a, b) => comparePeriods(a.period, b.period));
    return [{ metric, dimensions, trajectory, kind, points }];
  });
}

/** A plan's value for a period, and whose it is. */
export type PlanInForce = { readonly value: number; readonly trajectory: string; readonly kind: PlanKind };

/** Kinds that a metric is rated against, the first that has a value for the period. An unmitigated line never rates. */
const RATED_KINDS = ['mitigated', 'budget', 'target'] as const;

/**
 * The trajectory in force for a period of a series: the mitigated (else budget, else target) one known last by
 * the period's end; if none was known by then, the one known earliest. A year-end figure is held against the
 * plan of its financial year.
 */
export function planInForce(
  lines: readonly PlanLine[],
  metric: string,
  dimensions: Dimensions,
  period: Period,
): PlanInForce | undefined {
  for (const kind of RATED_KINDS) {
    const chosen = knownLastBy(period, candidatesOf(lines, metric, dimensions, period, kind));
    if (chosen) return { value: chosen.value, trajectory: chosen.trajectory, kind };
  }
  return undefined;
}

function knownLastBy(period: Period, candidates: readonly Candidate[]): Candidate | undefined {
  const [only, ...others] = candidates;
  if (only === undefined || others.length === 0) return only;
  const end = endOfDay(periodEnd(period)).toISOString();
  const ordered = candidates.toSorted((a, b) =>
    a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : a.trajectory < b.trajectory ? -1 : 1,
  );
  return ordered.findLast(({ knownAt }) => knownAt <= end) ?? ordered[0];
}

/** The limit of a period: the strictest is not guessed; of several known the one known last. */
export function limitFor(
  lines: readonly PlanLine[],
  metric: string,
  dimensions: Dimensions,
  period: Period,
): PlanInForce | undefined {
  const [first, ...others] = candidatesOf(lines, metric, dimensions, period, 'limit');
  if (!first) return undefined;
  const chosen = others.reduce((latest, each) => (latest.knownAt < each.knownAt ? each : latest), first);
  return { value: chosen.value, trajectory: chosen.trajectory, kind: 'limit' };
}

type Candidate = { readonly value: number; readonly trajectory: string; readonly knownAt: string };

function candidatesOf(
  lines: readonly PlanLine[],
  metric: string,
  dimensions: Dimensions,
  period: Period,
  kind: PlanKind,
): Candidate[] {
  // Asked of every point of every series: of most there is no line.
  const ofKind = lines.filter((line) => line.metric === metric && line.kind === kind);
  if (ofKind.length === 0) return [];
  const { financialYear, ...others } = dimensions;
  const planPeriod = financialYear ?? period;
  const planDimensions = dimensionsId(others);
  return ofKind.flatMap((line) => {
    if (dimensionsId(line.dimensions) !== planDimensions) return [];
    const point = line.points.find((each) => each.period === planPeriod);
    if (point?.value == null) return [];
    return [{ value: point.value, trajectory: line.trajectory, knownAt: point.source.drop.knownAt }];
  });
}
