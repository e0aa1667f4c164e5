import type { MetricDefinition } from '../../catalogue/metric.ts';

/** Whether a month's figure shows what was done: a stock moves by all that ever came, a month's part is lost in it. */
export function isJudgedByMonth({ nature }: MetricDefinition): boolean {
  return nature === 'flow' || nature === 'rate-of-flows';
}
