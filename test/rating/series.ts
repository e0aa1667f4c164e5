import type { Unit } from '../../shared/catalogue/metric.ts';
import type { PlanKind } from '../../shared/facts/cell.ts';
import { addMonths, parseMonth } from '../../shared/period/month.ts';
import { type Period, parsePeriod } from '../../shared/period/period.ts';
import { rateAgainstPlan } from '../../shared/rating/against-plan.ts';
import type { Better } from '../../shared/rating/plan-gap.ts';
import { usualRule } from '../../shared/rating/plan-rule.ts';
import type { PeriodRating } from '../../shared/rating/rating.ts';

/** A period that the test knows to be one. */
export function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed === undefined) throw new Error(`The test needs a period, not ${text}`);
  return parsed;
}

/** Consecutive months from January 2024 with these values; null is a month without a figure. */
export function monthly<T>(values: readonly T[]): readonly { period: Period; value: T }[] {
  const start = parseMonth('2024-01');
  if (start === undefined) throw new Error('2024-01 is a month');
  return values.map((value, index) => ({ period: addMonths(start, index), value }));
}

type PlanCase = {
  better?: Better;
  plan?: number;
  kind?: PlanKind;
  unit?: Unit;
  amber?: number;
  red?: number;
};

/** Ratings of figures from January 2024 against a level plan, bounds 2% and 5%. */
export function ratedFigures(
  values: readonly (number | null)[],
  {
    better = 'lower',
    plan = 1000,
    kind = 'mitigated',
    unit = 'count',
    amber = 0.02,
    red = 0.05,
  }: PlanCase = {},
): readonly PeriodRating[] {
  return rateAgainstPlan({
    points: monthly(values),
    planFor: () => ({ value: plan, trajectory: 'sv-2024-03', kind }),
    ...{ better, unit, ruleFor: () => usualRule({ amber, red }), metricName: 'EHCPs' },
  });
}

/** Ratings of figures that are so many percent worse than a plan of 1,000; null is a month without a figure. */
export function ratedPercents(percents: readonly (number | null)[]): readonly PeriodRating[] {
  return ratedFigures(percents.map((percent) => (percent === null ? null : 1000 + percent * 10)));
}
