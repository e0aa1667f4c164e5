import type { Lever, Levers } from './levers.ts';

/** How far a month's value of a lever usually lies from its mean (one standard deviation), and where that comes from. */
export type Deviation = { readonly deviation: number; readonly source: 'given' | 'fitted' | 'assumed' };
export type Deviations = Readonly<Record<Lever, Deviation>>;

// Fewer months than a year do not show the seasons of the flows.
const FEWEST_MONTHS = 12;
// The last two years: what was usual before may be so no longer.
const MOST_MONTHS = 24;

/**
 * The deviations of a flow: as given; else fitted to the area's last months; else assumed, as if requests and ceases
 * came each by itself (Poisson) and each request were decided by itself (binomial), which is the least that there can be.
 */
export function deviationsOf(
  base: Levers,
  given: Readonly<Partial<Record<Lever, number>>>,
  history: Readonly<Record<Lever, readonly number[]>>,
): Deviations {
  const of = (lever: Lever): Deviation => {
    const stated = given[lever];
    if (stated !== undefined) return { deviation: stated, source: 'given' };
    const months = history[lever].slice(-MOST_MONTHS);
    if (months.length >= FEWEST_MONTHS) return { deviation: standardDeviation(months), source: 'fitted' };
    return { deviation: assumed(lever, base), source: 'assumed' };
  };
  return {
    requests: of('requests'),
    noToAssessRate: of('noToAssessRate'),
    noToIssueRate: of('noToIssueRate'),
    ceased: of('ceased'),
  };
}

function assumed(lever: Lever, base: Levers): number {
  const { requests, noToAssessRate } = base;
  const rate = base[lever];
  switch (lever) {
    case 'requests':
    case 'ceased':
      return Math.sqrt(rate);
    case 'noToAssessRate':
      return Math.sqrt((rate * (1 - rate)) / Math.max(1, requests));
    case 'noToIssueRate':
      return Math.sqrt((rate * (1 - rate)) / Math.max(1, requests * (1 - noToAssessRate)));
  }
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** The series of the catalogue that show the past of each lever. */
export const leverMetrics = {
  requests: 'ehcp.requests',
  noToAssessRate: 'ehcp.no-to-assess-rate',
  noToIssueRate: 'ehcp.no-to-issue-rate',
  ceased: 'ehcp.ceased',
} as const satisfies Readonly<Record<Lever, string>>;
