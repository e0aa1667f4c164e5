import type { Period } from '../../period/period.ts';
import { deviationsOf } from '../flow/deviations.ts';
import type { FlowHistory } from '../flow/system-flow.ts';
import { balanceYear, residualDeficit } from './balance.ts';
import type { Finance } from './finance-schema.ts';
import { type MonteCarlo, monteCarlo } from './monte-carlo.ts';
import { flowThrough, numbersOf } from './numbers.ts';
import { planOf } from './plan.ts';
import { type FinanceYear, financeYears } from './run-finance.ts';
import { type Sensitivity, sensitivities } from './sensitivity.ts';
import { startsOf } from './starts.ts';

export type FinanceAnswer = {
  readonly years: readonly FinanceYear[];
  readonly balanceYear: Period | null;
  readonly unmitigatedBalanceYear: Period | null;
  /** Pounds above zero: what is left at the end of the year of balance, or of the last year. */
  readonly residualDeficit: number;
  readonly sensitivity: readonly Sensitivity[] | null;
  readonly monteCarlo: MonteCarlo | null;
};

/** What a finance scenario answers; its problems have been looked for before. Pure: the seed is part of the body. */
export function financeScenario(finance: Finance, history: FlowHistory): FinanceAnswer {
  const starts = startsOf(finance);
  if (starts.kind === 'problems') throw new Error('A scenario with problems cannot be worked out');
  const numbers = numbersOf(finance);
  const plan = planOf(finance, starts.of);
  const years = financeYears(plan, numbers);
  const flow = flowThrough(finance);
  const deviations = flow && deviationsOf(flow, finance.flow?.uncertainty?.deviations ?? {}, history);
  return {
    years,
    balanceYear: balanceYear(years, 'mitigated'),
    unmitigatedBalanceYear: balanceYear(years, 'unmitigated'),
    residualDeficit: residualDeficit(years),
    sensitivity: finance.sensitivity ? sensitivities(plan, finance.sensitivity, numbers) : null,
    monteCarlo: finance.monteCarlo ? monteCarlo(plan, finance.monteCarlo, numbers, deviations) : null,
  };
}
