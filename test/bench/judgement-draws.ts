import { uniformStream } from '../../shared/forecast/random.ts';
import { addMonths, type Month, parseMonth } from '../../shared/period/month.ts';

/** Seeds 1 to this are simulated; a run can be made again by its seed. */
export const RUNS = 2000;

/** How many of so many cases, each with the same chance. */
export function binomial(cases: number, chance: number, uniform: () => number): number {
  let count = 0;
  for (let at = 0; at < cases; at += 1) if (uniform() < chance) count += 1;
  return count;
}

/** A count of independent events, so many to be expected (Knuth's product). */
export function poisson(expected: number, uniform: () => number): number {
  const end = Math.exp(-expected);
  let count = -1;
  for (let product = 1; product > end; product *= uniform()) count += 1;
  return count;
}

/** So many figures of one run. */
export function drawn(months: number, seed: number, draw: (uniform: () => number) => number): number[] {
  const uniform = uniformStream(seed);
  return Array.from({ length: months }, () => draw(uniform));
}

/** Figures as consecutive months from January 2015. */
export function asMonths<Value>(values: readonly Value[]): { period: Month; value: Value }[] {
  return values.map((value, at) => ({ period: addMonths(first, at), value }));
}

const first = firstMonth();

function firstMonth(): Month {
  const month = parseMonth('2015-01');
  if (!month) throw new Error('2015-01 is a month');
  return month;
}
