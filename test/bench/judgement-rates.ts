import { conditionFromRatings } from '../../shared/alerting/metric-condition.ts';
import type { Unit } from '../../shared/catalogue/metric.ts';
import { rateAgainstPlan } from '../../shared/rating/against-plan.ts';
import type { Better } from '../../shared/rating/plan-gap.ts';
import { type Bound, usualRule } from '../../shared/rating/plan-rule.ts';
import type { PeriodRating } from '../../shared/rating/rating.ts';
import { asMonths, binomial, drawn, poisson, RUNS } from './judgement-draws.ts';

type Rated = {
  readonly plan: number;
  readonly better: Better;
  readonly unit: Unit;
  readonly noisy: boolean;
  /** How many periods confirm; as the catalogue has it when left out. */
  readonly confirmed?: Pick<Bound, 'entering' | 'leaving'>;
};

/** The rules as the product applies them, bounds of 2% and 5%. */
export function rated(
  values: readonly number[],
  { plan, confirmed, ...about }: Rated,
): readonly PeriodRating[] {
  const usual = usualRule({ amber: 0.02, red: 0.05 });
  const rule = { ...usual, amber: { ...usual.amber, ...confirmed }, red: { ...usual.red, ...confirmed } };
  return rateAgainstPlan({
    points: asMonths(values),
    planFor: () => ({ value: plan, trajectory: 'simulated', kind: 'mitigated' }),
    ruleFor: () => rule,
    metricName: 'Simulated',
    ...about,
  });
}

/** In which months an alert was open, by the ratings up to each. */
export function alertedIn(ratings: readonly PeriodRating[]): readonly boolean[] {
  const links = { dashboard: '', runbook: '' };
  const about = { area: 'E06000054', metric: 'simulated', metricName: 'Simulated', dimensions: {}, links };
  return ratings.map(
    (_, at) =>
      conditionFromRatings(ratings.slice(Math.max(0, at - 23), at + 1), { ...about, rule: 'plan' }).state ===
      'breach',
  );
}

const YEARS = 3;
const LEARNT = 24;

/** Alerts a year that begin of a flow of 97 a month that keeps to its plan. */
export function falseAlerts(noisy: boolean): number {
  const months = LEARNT + 12 * YEARS;
  const begun = seeds().map((seed) => {
    const values = drawn(months, seed, (uniform) => poisson(97, uniform));
    const open = alertedIn(rated(values, { plan: 97, better: 'lower', unit: 'count', noisy })).slice(LEARNT);
    return open.filter((each, at) => each && at > 0 && open[at - 1] === false).length;
  });
  return mean(begun) / YEARS;
}

/** Changes of rating a year of a 12-month share of 70 a month that is, in truth, just on its amber bound. */
export function flipsOfRolling(): number {
  return flips((seed) => {
    const counts = drawn(11 + 12 * YEARS, seed, (uniform) => binomial(70, 0.6 * 0.98, uniform));
    return counts.slice(11).map((_, at) => mean(counts.slice(at, at + 12)) / 70);
  });
}

/** The same of the share of each month by itself. */
export function flipsOfMonthly(confirmed?: Rated['confirmed']): number {
  const shares = (seed: number) =>
    drawn(12 * YEARS, seed, (uniform) => binomial(70, 0.6 * 0.98, uniform) / 70);
  return flips(shares, confirmed);
}

function flips(shares: (seed: number) => readonly number[], confirmed?: Rated['confirmed']): number {
  const about = { plan: 0.6, better: 'higher', unit: 'ratio', noisy: false } as const;
  const changes = seeds().map((seed) => {
    const ratings = rated(shares(seed), { ...about, ...(confirmed && { confirmed }) });
    return ratings.filter(({ rating }, at) => at > 0 && rating !== ratings[at - 1]?.rating).length;
  });
  return mean(changes) / YEARS;
}

export function seeds(): readonly number[] {
  return Array.from({ length: RUNS }, (_, at) => at + 1);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
