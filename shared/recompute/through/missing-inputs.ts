import { metricById } from '../../catalogue/metrics.ts';
import { knownMonths } from './monthly.ts';
import type { Inputs, Route } from './route.ts';

/** A metric that a forecast would use and that has too few months. */
export type MissingInput = {
  readonly metric: string;
  readonly name: string;
  readonly months: number;
  readonly needed: number;
};

/** What a route still needs; empty where it can be gone. */
export function missingInputs(route: Route, inputs: Inputs): readonly MissingInput[] {
  return route.needs.flatMap((metric) => {
    const history = inputs.get(metric);
    const months = history ? knownMonths(history) : 0;
    return months < route.months
      ? [{ metric, name: metricById(metric)?.name ?? metric, months, needed: route.months }]
      : [];
  });
}
