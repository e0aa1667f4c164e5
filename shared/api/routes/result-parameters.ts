import * as z from 'zod';
import { groups } from '../../catalogue/breakdowns/groups.ts';
import { metricById } from '../../catalogue/metrics.ts';
import { comparePeriods, type Period } from '../../period/period.ts';
import { type Problem, problem } from '../problem.ts';

/** Parameters of routes about results of school years. */

const GROUPS = new Set(groups.map(({ id }) => id));

/** A metric of school years. */
export const resultParameter = z
  .string()
  .refine((id) => metricById(id)?.frequency === 'academic-year', {
    error: ({ input }) => `"${input}" is no result of school years. See /api/v1/metrics.`,
  })
  .meta({ description: 'Metric id of a result of school years, `ks2.rwm`' });

export const schoolYearParameter = z
  .string()
  .regex(/^AY\d{4}$/, 'Write a school year as AY2023 (September 2023 to August 2024)')
  .exactOptional()
  .meta({ description: 'A school year, `AY2023`; without it the latest that has figures' });

export const groupParameter = z
  .string()
  .refine((id) => GROUPS.has(id), {
    error: ({ input }) => `No group is called "${input}". There are ${[...GROUPS].join(', ')}.`,
  })
  .exactOptional()
  .meta({ description: 'Only pupils of a group, `disadvantaged`; without it all' });

/** School years, the last first, each once. */
export function yearsOf(periods: Iterable<Period>): readonly Period[] {
  return [...new Set(periods)].sort((a, b) => comparePeriods(b, a));
}

/** The year asked for, or the latest; a problem where the asked one has no figures; undefined where there are none at all. */
export function chosenYear(
  asked: string | undefined,
  years: readonly Period[],
  what: string,
): Period | undefined | Problem {
  if (asked === undefined) return years[0];
  const found = years.find((year) => year === asked);
  if (found !== undefined) return found;
  const there =
    years.length === 0 ? 'none has' : `${years.join(', ')} ${years.length === 1 ? 'has' : 'have'}`;
  return problem(404, `There are no ${what} for ${asked}: ${there}.`, [
    { field: 'year', message: 'No figures of this year' },
  ]);
}
