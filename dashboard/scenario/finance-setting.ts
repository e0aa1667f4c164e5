import { addMonths, monthAt } from '../../shared/period/month.ts';
import { financialYearOf, type Period, parsePeriod, periodMonths } from '../../shared/period/period.ts';
import type { Contribution, FinanceBody } from '../api/scenarios.ts';
import { numberIn, type State } from './state.ts';

/** Everything that can be set on the workbench of money: pounds, fractions, `delivery` as a part of what is planned. */
export type FinanceSetting = {
  readonly income: number;
  readonly incomeGrowth: number;
  readonly inflation: number;
  readonly otherSpend: number;
  readonly schoolsBlock: number;
  readonly transferFirst: number;
  readonly transferLater: number;
  /** A year, from the first to the last. */
  readonly dfe: number;
  readonly council: number;
  readonly delivery: number;
  readonly openingBalance: number;
};

export type MoneyLever = keyof FinanceSetting;

/** The setting that a budget begins with. */
export function settingOfBudget(budget: FinanceBody): FinanceSetting {
  const { income, incomeGrowth = 0, inflation = 0, otherSpend = 0, schoolsBlock = 0 } = budget;
  const { transferShares = [], contributions = [], openingBalance, years } = budget;
  const yearly = (by: Contribution['by']) =>
    contributions.reduce((sum, each) => sum + (each.by === by ? each.amount : 0), 0) / years;
  return {
    ...{ income, incomeGrowth, inflation, otherSpend, schoolsBlock, openingBalance, delivery: 1 },
    transferFirst: transferShares[0] ?? 0,
    transferLater: transferShares.at(-1) ?? 0,
    ...{ dfe: yearly('dfe'), council: yearly('council') },
  };
}

/** The setting that an address says, on the ground of a budget. */
export function financeSetting(state: State, begun: FinanceSetting): FinanceSetting {
  const said = Object.fromEntries(
    Object.entries(begun).map(([name, value]) => [name, numberIn(state, name, value)]),
  );
  return { ...begun, ...said };
}

/** What of a setting differs from what the page would begin with, for the address. */
export function financeState(setting: FinanceSetting, begun: FinanceSetting): State {
  const before: Readonly<Record<string, number>> = begun;
  return Object.fromEntries(
    Object.entries(setting).flatMap(([name, value]) =>
      before[name] === value ? [] : [[name, String(Number(value.toFixed(6)))]],
    ),
  );
}

/** A budget with a setting put into it; what the setting does not touch stays as the budget has it. */
export function budgetWith(budget: FinanceBody, setting: FinanceSetting, begun: FinanceSetting): FinanceBody {
  const { income, incomeGrowth, inflation, otherSpend, schoolsBlock, openingBalance, delivery } = setting;
  const { transferFirst, transferLater, dfe, council } = setting;
  const years = yearsOf(budget);
  const contributions = (budget.contributions ?? []).filter(({ by }) => setting[by] === begun[by]);
  const given = (by: Contribution['by'], amount: number) =>
    amount === begun[by] ? [] : years.map((year) => ({ year, by, amount, onlyMitigated: true }));
  const shares =
    transferFirst === begun.transferFirst && transferLater === begun.transferLater
      ? (budget.transferShares ?? [])
      : [transferFirst, transferLater];
  return {
    ...budget,
    ...{ income, incomeGrowth, inflation, otherSpend, schoolsBlock, openingBalance },
    transferShares: shares,
    mitigations: (budget.mitigations ?? []).map((each) =>
      delivery === 1
        ? each
        : {
            ...each,
            ...(each.saving !== undefined && { saving: each.saving * delivery }),
            ...(each.changes && {
              changes: each.changes.map((change) => ({ ...change, children: change.children * delivery })),
            }),
          },
    ),
    contributions: [...contributions, ...given('dfe', dfe), ...given('council', council)],
    sensitivity: budget.sensitivity ?? {},
  };
}

/** The financial years of a budget. */
export function yearsOf({ from, years }: Pick<FinanceBody, 'from' | 'years'>): readonly Period[] {
  const first = parsePeriod(from);
  if (first === undefined) return [];
  const start = periodMonths(first).first;
  return Array.from({ length: years }, (_, at) => financialYearOf(addMonths(monthAt(start), 12 * at)));
}
