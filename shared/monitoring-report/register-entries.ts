import * as z from 'zod';
import { extras } from '../programme/register-schemas.ts';
import { ratings } from '../rating/rating.ts';

/** What the report reads of the registers that a run keeps; their own columns beside what is worked out. */

const text = z.string().nullable().default(null);
const fields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** What each update said, the last first. */
const history = z.array(
  z.object({ update: z.string().nullable(), rating: z.enum(ratings).nullable(), fields }),
);

export const conditionEntriesSchema = z.array(
  z.object({
    condition: z.string(),
    ...{ text, commentary: text, history },
    evidence: extras.conditions.evidence,
    interventions: extras.conditions.interventions,
    red: extras.conditions.red,
  }),
);

export const riskEntriesSchema = z.array(
  z.object({
    ...{ register: z.string(), risk: z.string(), text, history },
    scores: extras.risks.scores,
  }),
);

export type ConditionEntry = z.output<typeof conditionEntriesSchema>[number];
export type RiskEntry = z.output<typeof riskEntriesSchema>[number];
export type EntryHistory = z.output<typeof history>;

/** What was said by an update, the last first: what came after it is no part of its report. */
export function saidBy(entry: { readonly history: EntryHistory }, update: string): EntryHistory {
  // Updates are months, `2024-11`, and so in order as text.
  return entry.history.filter((each) => each.update === null || each.update <= update);
}

/** A field of an update that holds text, or null. */
export function textAt(said: EntryHistory[number] | undefined, name: string): string | null {
  const value = said?.fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
}
