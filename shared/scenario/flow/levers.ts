/** What can be moved in the flow of plans, and so what interventions move. */
export const levers = ['requests', 'noToAssessRate', 'noToIssueRate', 'ceased'] as const;
export type Lever = (typeof levers)[number];

/** A value for each lever: requests and plans that cease a month, the two rates as fractions 0–1. */
export type Levers = Readonly<Record<Lever, number>>;

/** The least and the most that each lever can be, whatever is added to it. */
export const leverBounds = {
  requests: { least: 0, most: Number.POSITIVE_INFINITY },
  noToAssessRate: { least: 0, most: 1 },
  noToIssueRate: { least: 0, most: 1 },
  ceased: { least: 0, most: Number.POSITIVE_INFINITY },
} as const satisfies Readonly<Record<Lever, { least: number; most: number }>>;

/** The value of a lever kept within what it can be. */
export function withinBounds(lever: Lever, value: number): number {
  const { least, most } = leverBounds[lever];
  return Math.min(most, Math.max(least, value));
}

/** Plans that come of requests, a month: those that are assessed and then issued. */
export function newPlansOf({
  requests,
  noToAssessRate,
  noToIssueRate,
}: Pick<Levers, 'requests' | 'noToAssessRate' | 'noToIssueRate'>): number {
  return requests * (1 - noToAssessRate) * (1 - noToIssueRate);
}

/**
 * Net plans a year when nothing changes: 12 × (requests × (1 − no to assess) × (1 − no to issue) + transferred in −
 * ceased). Source: the system flow table, facts part B (97, 12.0%, 3.9%, 29 → 636; 66, 25%, 5%, 44 → 36).
 */
export function netAnnualGrowth(values: Levers, transferredIn = 0): number {
  return 12 * (newPlansOf(values) + transferredIn - values.ceased);
}
