import type { Period } from '../../period/period.ts';
import { balanceYear } from './balance.ts';
import { type Course, plannedCourse } from './course.ts';
import type { Finance } from './finance-schema.ts';
import type { TwoNumbers } from './numbers.ts';
import type { FinancePlan } from './plan.ts';
import { type FinanceYear, financeYears } from './run-finance.ts';

/** The figures that are moved one by one. */
export const drivers = [
  'incomeGrowth',
  'inflation',
  'numbers',
  'unitCosts',
  'mitigations',
  'transfer',
] as const;
export type Driver = (typeof drivers)[number];

export type Moved = {
  readonly change: number;
  readonly cumulativeBalance: number;
  readonly balanceYear: Period | null;
};

/** What moving one figure down and up does to the last year; `swing` is how far apart the two are, in pounds. */
export type Sensitivity = {
  readonly driver: Driver;
  readonly down: Moved;
  readonly up: Moved;
  readonly swing: number;
};

/** Each figure moved alone, the one that matters most first (a tornado). */
export function sensitivities(
  plan: FinancePlan,
  changes: NonNullable<Finance['sensitivity']>,
  numbers: TwoNumbers,
): readonly Sensitivity[] {
  const moved = (driver: Driver, change: number): Moved => {
    const years = financeYears(plan, numbers, courseWith(plan.finance, driver, change));
    return { change, cumulativeBalance: lastBalance(years), balanceYear: balanceYear(years, 'mitigated') };
  };
  return drivers
    .map((driver) => {
      const [down, up] = [moved(driver, -changes[driver]), moved(driver, changes[driver])];
      return { driver, down, up, swing: Math.abs(up.cumulativeBalance - down.cumulativeBalance) };
    })
    .sort((a, b) => b.swing - a.swing);
}

function courseWith(finance: Finance, driver: Driver, change: number): Course {
  const planned = plannedCourse(finance);
  switch (driver) {
    case 'incomeGrowth':
      return { ...planned, incomeGrowth: () => finance.incomeGrowth + change };
    case 'inflation':
      return { ...planned, inflation: () => finance.inflation + change };
    case 'numbers':
      return { ...planned, numbers: () => 1 + change };
    case 'unitCosts':
    case 'mitigations':
    case 'transfer':
      return { ...planned, [driver]: 1 + change };
  }
}

function lastBalance(years: readonly FinanceYear[]): number {
  return years.at(-1)?.mitigated.cumulativeBalance ?? 0;
}
