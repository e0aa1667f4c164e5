import type { Period } from '../../period/period.ts';
import { type Course, plannedCourse } from './course.ts';
import type { TwoNumbers } from './numbers.ts';
import type { FinancePlan } from './plan.ts';
import { type PlacementYear, spendingOf } from './spending.ts';

/** One line of a year, with or without what is done. Pounds; a deficit is negative. */
export type Line = {
  readonly spend: number;
  readonly inYearBalance: number;
  readonly contributions: number;
  readonly cumulativeBalance: number;
};

export type FinanceYear = {
  readonly year: Period;
  readonly income: number;
  readonly transfer: number;
  readonly mitigated: Line;
  readonly unmitigated: Line;
  /** What each mitigation saves, in the order of the scenario; below zero where it costs. */
  readonly savings: readonly number[];
  /** Children and spend by placement, with what is done. */
  readonly placements: readonly PlacementYear[];
};

/**
 * The years of a scenario. In-year balance = income + transfer − spend; cumulative balance = that of the year before +
 * in-year balance + contributions. Income, block and prices grow from year to year.
 */
export function financeYears(
  { finance, years }: FinancePlan,
  numbers: TwoNumbers,
  course: Course = plannedCourse(finance),
): readonly FinanceYear[] {
  let { income, schoolsBlock } = finance;
  let prices = 1;
  let before = { mitigated: finance.openingBalance, unmitigated: finance.openingBalance };
  return years.map(({ year, share, parts, contributions }, at) => {
    if (at > 0) {
      income *= 1 + course.incomeGrowth(at);
      schoolsBlock *= 1 + finance.schoolsBlockGrowth;
      prices *= 1 + course.inflation(at);
    }
    const transfer = schoolsBlock * share * course.transfer;
    const factors = { prices, unitCosts: course.unitCosts, numbers: course.numbers(at) };
    const delivered = parts.map((part) => part * course.mitigations);
    const done = spendingOf(finance, numbers.mitigated, delivered, at, factors);
    const undone = spendingOf(finance, numbers.unmitigated, [], at, factors);
    const received = income + transfer;
    const mitigated = lineOf(received, done.spend, before.mitigated, contributions.mitigated);
    const unmitigated = lineOf(received, undone.spend, before.unmitigated, contributions.unmitigated);
    before = { mitigated: mitigated.cumulativeBalance, unmitigated: unmitigated.cumulativeBalance };
    const { savings, placements } = done;
    return { year, income, transfer, mitigated, unmitigated, savings, placements };
  });
}

function lineOf(received: number, spend: number, before: number, contributions: number): Line {
  const inYearBalance = received - spend;
  return { spend, inYearBalance, contributions, cumulativeBalance: before + inYearBalance + contributions };
}
