import type { AlertMessage } from '../../shared/alerting/alert.ts';
import type { Condition } from '../../shared/alerting/condition.ts';
import { conditionFromRatings, type RatedMetric } from '../../shared/alerting/metric-condition.ts';
import { ratedPercents } from '../rating/series.ts';

export const links = { dashboard: '/metrics/ehcp.active', runbook: '/docs/runbooks/against-plan.md' };

export const ehcpsAgainstPlan: RatedMetric = {
  area: 'E06000054',
  metric: 'ehcp.active',
  metricName: 'EHCPs',
  dimensions: {},
  rule: 'plan',
  links,
};

/** The condition of figures so many percent worse than plan, month after month; null is a month without one. */
export function conditionOf(percents: readonly (number | null)[]): Condition {
  return conditionFromRatings(ratedPercents(percents), ehcpsAgainstPlan);
}

/** A condition in a state, about nothing in particular. */
export function condition(change: Partial<Condition> = {}): Condition {
  return {
    dedupKey: 'E06000054.ehcp.active.plan',
    topic: 'on-call',
    area: 'E06000054',
    metric: 'ehcp.active',
    period: null,
    state: 'breach',
    severity: 'warning',
    rating: 'amber',
    previousRating: null,
    title: 'EHCPs, 30 (3.0%) above plan in January 2024: amber',
    reasons: [],
    value: 1030,
    bound: 1020,
    since: null,
    links,
    ...change,
  };
}

/** What receivers saw: `trigger warning`, `trigger critical`, `resolve`, in order. */
export function told(messages: readonly AlertMessage[]): readonly string[] {
  return messages.map(({ action, severity }) => (action === 'trigger' ? `trigger ${severity}` : action));
}
