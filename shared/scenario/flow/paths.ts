import { normalStream, uniformStream } from '../../forecast/random.ts';
import type { Deviations } from './deviations.ts';
import { bounded, type Flow, type FlowMonth, flowWith, plannedLevers } from './flow.ts';
import type { Lever, Levers } from './levers.ts';

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
): Generator<readonly FlowMonth[]> {
  const normal = normalStream(uniformStream(seed));
  const planned = plannedLevers(flow);
  for (let path = 0; path < paths; path++) {
    const lasting = errors(() => LASTING * normal());
    const months = Array.from({ length: flow.horizonMonths }, (_, at) => {
      const passing = errors(normal);
      const value = (lever: Lever) =>
        planned(at)[lever] + deviations[lever].deviation * (lasting[lever] + passing[lever]);
      return bounded({
        requests: value('requests'),
        noToAssessRate: value('noToAssessRate'),
        noToIssueRate: value('noToIssueRate'),
        ceased: value('ceased'),
      });
    });
    yield flowWith(flow, (at) => months[at] ?? planned(at));
  }
}

function errors(draw: () => number): Levers {
  return { requests: draw(), noToAssessRate: draw(), noToIssueRate: draw(), ceased: draw() };
}
