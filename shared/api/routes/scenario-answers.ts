import * as z from 'zod';
import type { ScenarioProblem } from '../../scenario/problem.ts';
import { type Problem, problem } from '../problem.ts';

/** Where the values of many paths lie. */
export const percentilesSchema = z
  .object({ p5: z.number(), p10: z.number(), p50: z.number(), p90: z.number(), p95: z.number() })
  .meta({ id: 'Percentiles' });

/** The refusal of a scenario that names everything that is wrong with it. */
export function scenarioRefusal(problems: readonly ScenarioProblem[]): Problem {
  const told = problems.map(({ field, message }) => `${field}: ${message}`).join(' ');
  return problem(400, `Cannot work this scenario out. ${told}`, [...problems]);
}
