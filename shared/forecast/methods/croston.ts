import { at, sequence } from '../sequence.ts';
import { rootMeanSquare } from '../statistics.ts';
import type { Method } from './method.ts';

/** The newest event's weight; Syntetos and Boylan recommend 0.05 to 0.2 for sparse counts. */
const ALPHA = 0.1;

/**
 * Croston's method for counts that are mostly zero (1972), with the correction of Syntetos and Boylan (2005): the
 * size of an event and the months between events are smoothed apart, and a month is expected to bring size ÷ gap.
 */
export const croston: Method = {
  id: 'croston',
  name: 'Croston’s method for sparse counts',
  minimum: 2,
  fit: (values) => {
    const places = sequence(values.length, (place) => place).filter((place) => at(values, place) !== 0);
    const rate = rateOf(values, places);
    const sigma = rootMeanSquare(
      values.map((value) => value - rate),
      1,
    );
    return {
      predict: (horizon) => ({
        value: sequence(horizon, () => rate),
        deviation: sequence(horizon, (ahead) => sigma * Math.sqrt(1 + ahead * (ALPHA / 2) ** 2)),
      }),
    };
  },
};

/** Events a month; 0 where there was none. */
function rateOf(values: readonly number[], places: readonly number[]): number {
  const [first, ...later] = places;
  if (first === undefined) return 0;
  // The first gap is the mean gap: the month before the first event is not known to be one.
  let gap = values.length / places.length;
  let size = at(values, first);
  let before = first;
  for (const place of later) {
    gap += ALPHA * (place - before - gap);
    size += ALPHA * (at(values, place) - size);
    before = place;
  }
  return ((1 - ALPHA / 2) * size) / gap;
}

/** So many zeros that the level of a month says little: more than half of at least eight counts. */
export function isSparse(values: readonly number[]): boolean {
  return values.length >= 8 && values.filter((value) => value === 0).length > values.length / 2;
}
