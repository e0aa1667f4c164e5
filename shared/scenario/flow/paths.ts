import { normalStream, uniformStream } from '../../forecast/random.ts';
import type { Deviations } from './deviations.ts';
import { type Flow, type FlowColumns, plannedLevers, runFlow, valueAt } from './flow.ts';
import { levers, withinBounds } from './levers.ts';

// A year's mean of months that differ by one deviation is itself known only to within deviation ÷ √12.
const LASTING = 1 / Math.sqrt(12);

/**
 * Possible courses of a flow, the same for the same seed. On each, every lever is off by a lasting error (how well a
 * year of months fixes its mean) and, month by month, by the usual to and fro; both are normal, and kept within bounds.
 */
export function* flowPaths(
  flow: Flow,
  deviations: Deviations,
  paths: number,
  seed: number,
): Generator<FlowColumns, undefined> {
  const normal = normalStream(uniformStream(seed));
  const planned = plannedLevers(flow);
  const drawn = plannedLevers(flow);
  for (let path = 0; path < paths; path++) {
    for (const lever of levers) {
      const { deviation } = deviations[lever];
      const lasting = LASTING * normal();
      for (let at = 0; at < flow.horizonMonths; at++)
        drawn[lever][at] = withinBounds(
          lever,
          valueAt(planned[lever], at) + deviation * (lasting + normal()),
        );
    }
    yield runFlow(flow, drawn);
  }
}
