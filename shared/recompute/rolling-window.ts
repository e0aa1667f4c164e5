import type { ForecastPoint } from '../forecast/answer.ts';
import { addMonths, type Month, monthsBetween } from '../period/month.ts';

const WINDOW = 12;
/** As for rolling figures: under this many months there is none. */
const FEWEST_MONTHS = 10;

/** A known month as a forecast that is sure. */
export function exactly(period: Month, value: number): ForecastPoint {
  return { period, value, lower80: value, upper80: value, lower95: value, upper95: value };
}

/**
 * The mean of the twelve months to one, of those that there are; undefined under ten. The bounds are the means of the
 * months' bounds, as if all erred together: rolling values hang together so closely that a forecast of their own
 * history would claim far too much.
 */
export function windowMean(
  end: Month,
  pointAt: (month: Month) => ForecastPoint | undefined,
): ForecastPoint | undefined {
  const window = monthsBetween(addMonths(end, 1 - WINDOW), end).flatMap((month) => pointAt(month) ?? []);
  if (window.length < FEWEST_MONTHS) return undefined;
  const mean = (bound: Exclude<keyof ForecastPoint, 'period'>) =>
    window.reduce((sum, point) => sum + point[bound], 0) / window.length;
  return {
    period: end,
    value: mean('value'),
    ...{ lower80: mean('lower80'), upper80: mean('upper80') },
    ...{ lower95: mean('lower95'), upper95: mean('upper95') },
  };
}
