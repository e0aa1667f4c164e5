import * as z from 'zod';
import type { MappingProblem } from '../../settings/mapping.ts';
import { type Problem, problem } from '../problem.ts';

/** Headings of a council's files and the columns that they are. */
export const columnsSchema = z
  .record(z.string().min(1).max(200), z.string())
  .refine((columns) => Object.keys(columns).length <= 200, 'A mapping has at most 200 headings')
  .meta({ description: 'Heading as it stands in your files → column of the feed' });

/** The problem of a mapping in which something is wrong; undefined where nothing is. */
export function mappingProblem(wrong: readonly MappingProblem[]): Problem | undefined {
  if (wrong.length === 0) return undefined;
  const told = wrong.map(({ field, message }) => `${field}: ${message}`).join(' ');
  return problem(400, `Cannot use this mapping: ${told}`, [...wrong]);
}
