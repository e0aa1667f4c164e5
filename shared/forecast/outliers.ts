import { at } from './sequence.ts';
import { median } from './statistics.ts';

/** The newest months are never touched: what looks like an outlier may be what the series does from now on. */
const UNTOUCHED = 3;
const FEWEST = 12;
const HALF_WINDOW = 3;
const LIMIT = 6;

/**
 * Single months far outside what the months around them do, moved to the edge of it. Far: more than six
 * robust standard deviations of the differences to the running median. Takes seasonally adjusted values.
 */
export function withoutOutliers(values: readonly number[]): number[] {
  if (values.length < FEWEST) return [...values];
  const around = values.map((_, place) =>
    median(values.slice(Math.max(0, place - HALF_WINDOW), place + HALF_WINDOW + 1)),
  );
  const differences = values.map((value, place) => value - at(around, place));
  const reach = LIMIT * 1.4826 * median(differences.map(Math.abs));
  if (!(reach > 0)) return [...values];
  return values.map((value, place) => {
    if (place >= values.length - UNTOUCHED) return value;
    const centre = at(around, place);
    return Math.min(centre + reach, Math.max(centre - reach, value));
  });
}
