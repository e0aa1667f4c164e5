import type { MetricDefinition } from '../catalogue/metric.ts';
import { type Period, periodEnd } from '../period/period.ts';
import { dayText } from '../rating/period-text.ts';
import type { PlanRule } from '../rating/plan-rule.ts';
import { type CouncilRule, leaveOf, type RuleBounds, ruleOn, rulesOf } from '../settings/rule.ts';
import type { Setting } from '../settings/setting.ts';

/** The council's own rule of a metric for a period, by the day that the period ends on; undefined for the catalogue's. */
export function councilRule(
  settings: readonly Setting[],
  { id }: Pick<MetricDefinition, 'id'>,
): (period: Period) => PlanRule | undefined {
  const rules = rulesOf(settings, id);
  if (rules.length === 0) return () => undefined;
  return (period) => {
    const rule = ruleOn(rules, periodEnd(period));
    return rule && planRule(rule);
  };
}

function planRule({ bounds, validFrom }: CouncilRule & { readonly bounds: RuleBounds }): PlanRule {
  const { amber, red, entering, leaving } = bounds;
  return {
    amber: { enter: amber.enter, leave: leaveOf(amber), entering, leaving },
    red: { enter: red.enter, leave: leaveOf(red), entering, leaving },
    whose: `the council’s own bound from ${dayText(validFrom)}`,
  };
}
