import type { Unit } from '../../shared/catalogue/metric.ts';
import { outcomeText, schoolYearText } from '../../shared/outcomes/outcome-text.ts';
import { type Period, parsePeriod } from '../../shared/period/period.ts';

/** A result, or in words why there is none. */
export function shareOr(value: number | null, unit: Unit, status?: string, otherwise = 'no figure'): string {
  if (value !== null) return `${outcomeText(value, unit)}${status === 'provisional' ? ' (provisional)' : ''}`;
  return status === 'c' ? HIDDEN : otherwise;
}

export const HIDDEN = 'not shown (c)';

/** A number of pupils, or in words why there is none. */
export function pupilsOr(pupils: number | null, status: string | undefined): string {
  if (pupils !== null) return pupils.toLocaleString('en-GB');
  return status === 'c' ? HIDDEN : 'not known';
}

export function yearText(period: Period): string {
  return schoolYearText(period);
}

/** The same of what stands in an address. */
export function yearName(text: string): string {
  const period = parsePeriod(text);
  return period ? schoolYearText(period) : text.slice(0, 10);
}
