import * as z from 'zod';
import type { Month } from '../../period/month.ts';
import { financeSchema } from '../finance/finance-schema.ts';
import { financeProblems } from '../finance/problems.ts';
import { systemFlowProblems } from '../flow/problems.ts';
import { systemFlowSchema } from '../flow/system-flow-schema.ts';
import type { ScenarioProblem } from '../problem.ts';

export const models = ['system-flow', 'finance'] as const;

/** A scenario that is kept under a name: which model, and its body. */
export const savedScenarioSchema = z.discriminatedUnion('model', [
  z.strictObject({ model: z.literal('system-flow'), scenario: systemFlowSchema }),
  z.strictObject({ model: z.literal('finance'), scenario: financeSchema }),
]);

export type SavedScenario = z.output<typeof savedScenarioSchema>;

// An item of the table holds 400 KB; a scenario that fills half of it is no scenario any more.
const MOST_CHARACTERS = 200_000;

/** Everything for which a scenario cannot be kept, each field below `scenario`. */
export function savedProblems(saved: SavedScenario, next: Month): readonly ScenarioProblem[] {
  if (JSON.stringify(saved).length > MOST_CHARACTERS) {
    const message = `It is longer than ${MOST_CHARACTERS} characters. Leave out what it can do without.`;
    return [{ field: 'scenario', message }];
  }
  const problems =
    saved.model === 'finance' ? financeProblems(saved.scenario) : systemFlowProblems(saved.scenario, next);
  return problems.map(({ field, message }) => ({ field: `scenario.${field}`, message }));
}

/** A scenario that says when it begins, so that it says the same later: a flow without `from` begins with the next month. */
export function fixedInTime(saved: SavedScenario, next: Month): SavedScenario {
  if (saved.model === 'finance' || saved.scenario.from !== undefined) return saved;
  return { ...saved, scenario: { ...saved.scenario, from: next } };
}
