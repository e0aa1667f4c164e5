import type { Unit } from '../../shared/catalogue/metric.ts';
import { outcomeText, schoolYearText } from '../../shared/outcomes/outcome-text.ts';
import { parsePeriod } from '../../shared/period/period.ts';

export const HIDDEN = 'not shown (c)';

/** A result, or in words why there is none. */
export function resultText(
  value: number | null,
  unit: Unit,
  status?: string,
  otherwise = 'no figure',
): string {
  if (value !== null) return `${outcomeText(value, unit)}${status === 'provisional' ? ' (provisional)' : ''}`;
  return status === 'c' ? HIDDEN : otherwise;
}

/** A number of pupils, or in words why there is none. */
export function pupilsOr(pupils: number | null, status: string | undefined): string {
  if (pupils !== null) return pupils.toLocaleString('en-GB');
  return status === 'c' ? HIDDEN : 'not known';
}

/** `AY2023` as people say it, `2023/24`; what is no school year stays as written. */
export function yearText(year: string): string {
  const period = parsePeriod(year);
  return period ? schoolYearText(period) : year.slice(0, 20);
}
