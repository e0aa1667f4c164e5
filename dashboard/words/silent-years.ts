import { beginsIn, whyNoResult } from '../../shared/catalogue/outcomes/years.ts';
import { type Period, parsePeriod } from '../../shared/period/period.ts';

/** School years without a result, and why. */
export type SilentYears = { readonly years: readonly Period[]; readonly why: string };

/** The school years between the first and the last known of which there is no result, together by reason. */
export function silentYears(metric: string, known: readonly Period[]): readonly SilentYears[] {
  const begin = known.map(beginsIn).filter((year) => !Number.isNaN(year));
  if (begin.length === 0) return [];
  const first = Math.min(...begin);
  const silent = Array.from({ length: Math.max(...begin) - first }, (_, at) => first + at)
    .filter((year) => !begin.includes(year))
    .flatMap((year) => parsePeriod(`AY${year}`) ?? []);
  const reasons = Map.groupBy(silent, (year) => whyNoResult(metric, year) ?? 'No figure has come.');
  return [...reasons].map(([why, years]) => ({ why, years }));
}
