import type { Period } from '../period/period.ts';
import { xmrLimits } from './variation/limits.ts';

/** One known figure of a flow or a rate beside its plan, in the metric's unit; `gap` is above 0 when it is worse. */
export type Gap = { readonly period: Period; readonly value: number; readonly gap: number };

const WINDOW = 24;
const FEWEST = 12;
const MONTHS = [1, 2, 3, 6, 12] as const;

/**
 * Standard errors. A flow of 97 a month that keeps exactly to its plan then begins 0.2 false alerts a year, against 2.3
 * when each month past a bound counts, and a step of a quarter is told of within three months in 19 of 20 cases
 * (`npm run bench -- judgement`).
 */
const ERRORS = 2.5;

/**
 * For each figure, in order, whether it and those before it are worse than plan by more than their usual to and fro
 * explains: the last, the last two, three, six or twelve together. Undefined while fewer than 12 figures are known, when
 * nobody can say what is usual.
 */
export function beyondChance(gaps: readonly Gap[]): readonly (boolean | undefined)[] {
  return gaps.map((_, at) => {
    const known = gaps.slice(Math.max(0, at + 1 - WINDOW), at + 1);
    if (known.length < FEWEST) return undefined;
    const sigma = xmrLimits(known).sigma[0] ?? 0;
    return MONTHS.some((months) => {
      const last = known.slice(-months);
      const gap = last.reduce((sum, each) => sum + each.gap, 0) / last.length;
      return gap > 0 && gap >= (ERRORS * sigma) / Math.sqrt(last.length);
    });
  });
}
