import { conditionLinks } from './conditions.ts';
import type { Entry } from './entry.ts';
import { interventionState } from './interventions.ts';
import type { Joined } from './links.ts';
import { milestoneDue } from './milestones.ts';
import { recommendationDue } from './recommendations.ts';
import type { RegisterFeed } from './register-schemas.ts';
import { riskScore } from './risks.ts';
import { workstreamDue } from './workstreams.ts';

/** An entry as it is kept in a run and answered: its columns in camelCase, its history, and what is worked out. */
export type RegisterItem = Readonly<Record<string, unknown>>;

const derived = {
  programme: rated(workstreamDue),
  milestones: rated(milestoneDue),
  conditions: rated(conditionLinks),
  risks: rated(riskScore),
  interventions: interventionState,
  recommendations: recommendationDue,
  // The monitoring report is made of it; nobody asks for it alone.
  'report-narrative': () => ({}),
} as const satisfies Readonly<Record<RegisterFeed, (entry: Entry, all: Joined) => object>>;

/** The registers that a run keeps. */
export const registerFeeds = [
  'programme',
  'milestones',
  'conditions',
  'risks',
  'interventions',
  'recommendations',
  'report-narrative',
] as const satisfies readonly RegisterFeed[];

/** The entries of a register in the order of their names. */
export function registerItems(feed: RegisterFeed, all: Joined): readonly RegisterItem[] {
  return all.entries(feed).map((entry) => {
    const { identity, fields, update, history } = entry;
    return { ...identity, ...fields, update, history, ...derived[feed](entry, all) };
  });
}

/** Registers whose entries are rated also say so over time. */
function rated<Extra extends object>(extra: (entry: Entry, all: Joined) => Extra) {
  return (entry: Entry, all: Joined) => {
    const { rating, ratings, movement } = entry;
    return { rating, ratings, movement, ...extra(entry, all) };
  };
}
