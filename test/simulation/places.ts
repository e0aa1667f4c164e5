/** Two councils of the catalogue, so that nothing of one may reach the other. */
export const COUNCIL = 'E06000054';
export const OTHER_COUNCIL = 'E06000022';
export const SERVED: readonly string[] = [COUNCIL, OTHER_COUNCIL];

/**
 * The files of a history: two that claim the same cells, a plan, a register, another council's, one that speaks of both
 * councils, and three that belong nowhere.
 */
export const FILES = {
  first: `${COUNCIL}/send-monthly/first.csv`,
  second: `${COUNCIL}/send-monthly/second.csv`,
  plan: `${COUNCIL}/trajectory/plan.csv`,
  register: `${COUNCIL}/conditions/register.csv`,
  shared: '_shared/outcomes/shared.csv',
  other: `${OTHER_COUNCIL}/send-monthly/first.csv`,
  noFeed: `${COUNCIL}/no-such-feed/first.csv`,
  noCouncil: 'E09999999/send-monthly/first.csv',
  loose: 'first.csv',
} as const;
