import type { Period } from '../../period/period.ts';
import type { FinanceYear } from './run-finance.ts';

/** The first year from which the in-year balance is at or above zero to the end; null when it never is. */
export function balanceYear(years: readonly FinanceYear[], line: 'mitigated' | 'unmitigated'): Period | null {
  let found: Period | null = null;
  for (const each of years.toReversed()) {
    if (each[line].inYearBalance < 0) return found;
    found = each.year;
  }
  return found;
}

/**
 * The deficit that is left for the council, in pounds above zero: the cumulative one at the end of the year in which
 * the in-year balance is reached, or of the last year when it is not.
 */
export function residualDeficit(years: readonly FinanceYear[]): number {
  const reached = balanceYear(years, 'mitigated');
  const at = years.find(({ year }) => year === reached) ?? years.at(-1);
  return Math.max(0, -(at?.mitigated.cumulativeBalance ?? 0));
}
