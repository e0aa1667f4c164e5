import type { MetricDefinition } from '../../catalogue/metric.ts';

/** Why the figures cannot say how far an intervention is, in a sentence. */
export function notMeasurable(definition: MetricDefinition | undefined): string {
  return definition === undefined
    ? 'No monthly figure of the metric that it moves has come, so there is nothing to hold it against.'
    : `${definition.shortName} is not a figure of what happens in a month, so it does not show what one month’s work has changed.`;
}
