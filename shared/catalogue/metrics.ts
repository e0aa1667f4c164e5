import type { MetricDefinition } from './metric.ts';
import { education } from './metrics/education/education.ts';
import { ehcpCeased } from './metrics/ehcp-ceased.ts';
import { ehcpMovement } from './metrics/ehcp-movement.ts';
import { ehcpNewPlans } from './metrics/ehcp-new-plans.ts';
import { ehcpRequests } from './metrics/ehcp-requests.ts';
import { ehcpStock } from './metrics/ehcp-stock.ts';
import { inmss } from './metrics/inmss.ts';
import { money } from './metrics/money.ts';
import { places } from './metrics/places.ts';
import { rollingForm } from './metrics/rolling.ts';
import { sen2 } from './metrics/sen2.ts';
import { stakeholder } from './metrics/stakeholder.ts';

const entries: readonly MetricDefinition[] = [
  ...ehcpStock,
  ...ehcpRequests,
  ...ehcpNewPlans,
  ...ehcpCeased,
  ...ehcpMovement,
  ...inmss,
  ...places,
  ...money,
  ...stakeholder,
  ...sen2,
  ...education,
];

/** Everything that is measured, each metric followed by its 12-month rolling form where it has one. */
export const metrics: readonly MetricDefinition[] = entries.flatMap((entry) => {
  const rolling = rollingForm(entry);
  return rolling === undefined ? [entry] : [entry, rolling];
});

const byId: ReadonlyMap<string, MetricDefinition> = new Map(metrics.map((entry) => [entry.id, entry]));

/** The definition with that id (`ehcp.active`, `inmss.share.r12`), or undefined when nothing of that name is measured. */
export function metricById(id: string): MetricDefinition | undefined {
  return byId.get(id);
}
