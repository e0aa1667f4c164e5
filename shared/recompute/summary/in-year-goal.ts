import { monthInLondon } from '../../period/london.ts';
import { financialYearOf, parsePeriod } from '../../period/period.ts';
import { figureText, gapText, percentText } from '../../rating/figure-text.ts';
import { periodText } from '../../rating/period-text.ts';
import type { Measure, Summary } from './summary-view.ts';

const GOAL = 'dsg.in-year-balance';

/** How the year is forecast to end against its budget, in one sentence. */
export function inYearGoal(measures: readonly Measure[], now: Date): Summary['inYearGoal'] {
  const measure = measures.find(({ metric }) => metric === GOAL);
  const financialYear =
    parsePeriod(measure?.dimensions['financialYear'] ?? '') ?? financialYearOf(monthInLondon(now));
  const year = periodText(financialYear).replace(/^f/, 'F');
  const value = measure?.latest?.value ?? null;
  const plan = measure?.plan ?? null;
  const about = { financialYear, metric: GOAL };
  if (value === null) {
    const unknown =
      plan === null
        ? 'neither a budget nor a forecast of the balance is known yet'
        : `the budget is a balance of ${figureText(plan.value, 'gbp')}; no forecast of the balance is known`;
    return { ...about, reached: null, text: `${year}: ${unknown}.` };
  }
  const told = `${year} is forecast to end with a balance of ${figureText(value, 'gbp')}`;
  if (plan === null) return { ...about, reached: null, text: `${told}; no budget is known.` };
  if (plan.difference === 0) return { ...about, reached: true, text: `${told}, level with the budget.` };
  const share = plan.differencePercent === null ? '' : ` (${percentText(Math.abs(plan.differencePercent))})`;
  const gap = `${gapText(plan.difference ?? 0, 'gbp')}${share} ${plan.standing}`;
  return {
    ...about,
    reached: plan.standing === 'better',
    text: `${told}, ${gap} than the budget of ${figureText(plan.value, 'gbp')}.`,
  };
}
