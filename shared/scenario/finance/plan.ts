import type { Period } from '../../period/period.ts';
import type { Finance } from './finance-schema.ts';
import { partAt } from './starts.ts';
import { yearAfter } from './years.ts';

/** What a scenario says of each of its years, on whatever course. */
export type FinancePlan = {
  readonly finance: Finance;
  readonly years: readonly PlannedYear[];
};

export type PlannedYear = {
  readonly year: Period;
  /** Part of the schools block that moves to high needs. */
  readonly share: number;
  /** Part of each mitigation's full effect, in their order. */
  readonly parts: readonly number[];
  readonly contributions: { readonly mitigated: number; readonly unmitigated: number };
};

/** A scenario laid out by year; `starts` says when each mitigation begins. */
export function planOf(finance: Finance, starts: ReadonlyMap<string, number>): FinancePlan {
  const years = Array.from({ length: finance.years }, (_, at) => {
    const year = yearAfter(finance.from, at);
    return {
      year,
      share: shareAt(finance.transferShares, at),
      parts: finance.mitigations.map((each) => partAt(each, starts.get(each.name) ?? 0, at)),
      contributions: { mitigated: paid(finance, year, true), unmitigated: paid(finance, year, false) },
    };
  });
  return { finance, years };
}

function shareAt(shares: readonly number[], at: number): number {
  return shares[Math.min(at, shares.length - 1)] ?? 0;
}

function paid({ contributions }: Finance, year: Period, mitigated: boolean): number {
  return contributions
    .filter((each) => each.year === year && (mitigated || !each.onlyMitigated))
    .reduce((sum, { amount }) => sum + amount, 0);
}
