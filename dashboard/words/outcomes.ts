import type { Unit } from '../../shared/catalogue/metric.ts';
import { outcomeText, schoolYearText } from '../../shared/outcomes/outcome-text.ts';
import { parsePeriod } from '../../shared/period/period.ts';

/** A result, or in words that there is none. */
export function resultText(value: number | null, unit: Unit): string {
  return value === null ? 'no figure' : outcomeText(value, unit);
}

/** `AY2023` as people say it, `2023/24`; what is no school year stays as written. */
export function yearText(year: string): string {
  const period = parsePeriod(year);
  return period ? schoolYearText(period) : year.slice(0, 20);
}
