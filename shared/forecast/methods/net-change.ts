import { at, last, sequence } from '../sequence.ts';
import { mean, median, quantile, robustDeviation, rootMeanSquare } from '../statistics.ts';
import { damping } from './damped-trend.ts';
import type { Method } from './method.ts';

/** A year on, growth counts for about three quarters of what it does now: no stock grows by the same number for ever. */
const DAMPING = 0.975;

/**
 * A stock as its last figure plus its usual net monthly change, damped. The change is the mean of the
 * changes with outliers pulled in, shrunk towards none as far as it cannot be told from chance.
 */
export const netChange: Method = {
  id: 'net-change',
  name: 'damped net change',
  minimum: 3,
  fit: (values) => {
    const changes = values.slice(1).map((value, place) => value - at(values, place));
    const { drift, sigma } = driftOf(changes);
    return {
      predict: (horizon) => {
        const reach = damping(DAMPING, horizon);
        return {
          value: sequence(horizon, (k) => last(values) + at(reach, k) * drift),
          // The path's own steps, and that the drift is known from so few of them.
          deviation: sequence(horizon, (k) => sigma * Math.sqrt(k + 1 + at(reach, k) ** 2 / changes.length)),
        };
      },
    };
  },
};

function driftOf(changes: readonly number[]): { drift: number; sigma: number } {
  const centre = median(changes);
  const reach = 2 * Math.max(robustDeviation(changes), middleHalf(changes) / 1.349);
  const tame =
    changes.length >= 5 && reach > 0
      ? changes.map((change) => Math.min(centre + reach, Math.max(centre - reach, change)))
      : changes;
  const typical = mean(tame);
  const spread = rootMeanSquare(
    tame.map((change) => change - typical),
    1,
  );
  const sigma = rootMeanSquare(
    changes.map((change) => change - typical),
    1,
  );
  if (spread === 0) return { drift: typical, sigma };
  const signal = (typical * typical * changes.length) / (spread * spread);
  if (signal <= 1) return { drift: 0, sigma: rootMeanSquare(changes) };
  // The positive-part James–Stein factor for one mean: 0 while its t-value is below 1, near 1 above 3.
  return { drift: typical * (1 - 1 / signal), sigma };
}

/** The width of the middle half, 1.349 standard deviations of normal data: not yet 0 where most changes are alike. */
function middleHalf(changes: readonly number[]): number {
  return quantile(changes, 0.75) - quantile(changes, 0.25);
}
