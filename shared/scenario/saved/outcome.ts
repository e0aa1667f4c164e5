import type { Month } from '../../period/month.ts';
import { financeScenario } from '../finance/finance.ts';
import { systemFlow } from '../flow/system-flow.ts';
import type { SavedScenario } from './saved-scenario.ts';

/** One line that a scenario leads to: what a metric will be, by period, in whole plans or pounds. */
export type OutcomeLine = {
  readonly metric: string;
  readonly unmitigated: boolean;
  readonly points: readonly { readonly period: string; readonly value: number }[];
};

const NO_HISTORY = { requests: [], noToAssessRate: [], noToIssueRate: [], ceased: [] };

/** What a scenario leads to, in metrics of the catalogue: open plans by month, or the money by financial year. */
export function outcomeOf(saved: SavedScenario, next: Month): readonly OutcomeLine[] {
  if (saved.model === 'system-flow') {
    const { uncertainty: _, solveFor: __, ...plain } = saved.scenario;
    const { months } = systemFlow(plain, next, NO_HISTORY);
    const line = (unmitigated: boolean, figureOf: (month: (typeof months)[number]) => number) => ({
      ...{ metric: 'ehcp.active', unmitigated },
      points: months.map((month) => ({ period: month.period, value: Math.round(figureOf(month)) })),
    });
    return [
      line(false, ({ active }) => active),
      line(true, ({ activeWithoutInterventions }) => activeWithoutInterventions),
    ];
  }
  const { sensitivity: _, monteCarlo: __, ...plain } = saved.scenario;
  const { years } = financeScenario(plain, NO_HISTORY);
  const line = (
    metric: string,
    unmitigated: boolean,
    figureOf: (year: (typeof years)[number]) => number,
  ) => ({
    ...{ metric, unmitigated },
    points: years.map((year) => ({ period: year.year, value: Math.round(figureOf(year)) })),
  });
  return [
    line('hnb.income', false, ({ income }) => income),
    line('hnb.spend', false, ({ mitigated }) => mitigated.spend),
    line('dsg.in-year-balance', false, ({ mitigated }) => mitigated.inYearBalance),
    line('dsg.cumulative-balance', false, ({ mitigated }) => mitigated.cumulativeBalance),
    line('hnb.spend', true, ({ unmitigated }) => unmitigated.spend),
    line('dsg.in-year-balance', true, ({ unmitigated }) => unmitigated.inYearBalance),
    line('dsg.cumulative-balance', true, ({ unmitigated }) => unmitigated.cumulativeBalance),
  ];
}
