import { addMonths, type Month, monthAt } from '../../shared/period/month.ts';
import { financialYearOf, parsePeriod, periodMonths } from '../../shared/period/period.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { ask } from '../api/ask.ts';
import { below, query } from '../api/questions.ts';
import type { FinanceBody } from '../api/scenarios.ts';

/** Last year of the statutory override: it ends on 31 March 2026. Source: facts part B. */
const OVERRIDE_ENDS = 'FY2025';
export const OVERRIDE_DAY = '2026-03-31';

/** What the council's files say of its money, by metric. */
export type Money = Readonly<Record<(typeof METRICS)[number], SeriesView | undefined>>;

const METRICS = ['dsg.in-year-balance', 'dsg.cumulative-balance', 'hnb.income', 'hnb.spend'] as const;

/** Asks for the year-end forecasts of a financial year; one that fails leaves the others standing. */
export async function askMoney(area: string, asOf: string | undefined, year?: string): Promise<Money> {
  const answers = await Promise.all(
    METRICS.map((metric) =>
      ask<SeriesView>(
        `${below(area)}/series/${metric}${query({ asOf, ...(year && { financialYear: year }) })}`,
      ),
    ),
  );
  const [inYear, cumulative, income, spend] = answers.map((answer) =>
    answer.kind === 'ok' ? answer.body : undefined,
  );
  return {
    ...{ 'dsg.in-year-balance': inYear, 'dsg.cumulative-balance': cumulative },
    ...{ 'hnb.income': income, 'hnb.spend': spend },
  };
}

/**
 * A budget as plain as the files allow, for a council that keeps no scenario of its own: it begins in the year after
 * the one that is forecast, with that year's income and as much spend as leaves its in-year balance. What no file says
 * is 0 and to be filled in.
 */
export function plainBudget(money: Money, month: Month): FinanceBody {
  const latest = (metric: keyof Money) =>
    money[metric]?.points.findLast(({ value }) => value !== null)?.value;
  const planned = (metric: keyof Money, year: string) =>
    money[metric]?.plans
      .filter(({ kind }) => kind !== 'unmitigated')
      .flatMap(({ points }) => points)
      .findLast(({ period, value }) => period === year && value !== null)?.value;
  const now = financialYearOf(month);
  const from = financialYearOf(addMonths(monthAt(periodMonths(now).last), 1));
  const income = planned('hnb.income', from) ?? latest('hnb.income') ?? planned('hnb.income', now) ?? 0;
  const inYear = latest('dsg.in-year-balance') ?? 0;
  const opening = latest('dsg.cumulative-balance') ?? planned('dsg.cumulative-balance', now) ?? 0;
  return {
    ...{ from, years: 6, openingBalance: opening, income, incomeGrowth: 0.03, inflation: 0.022 },
    otherSpend: Math.max(0, income - inYear),
    ...(parsePeriod(OVERRIDE_ENDS) && from <= OVERRIDE_ENDS && { overrideEnds: OVERRIDE_ENDS }),
    sensitivity: {},
  };
}
