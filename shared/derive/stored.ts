import { type Dimensions, seriesId } from '../facts/cell.ts';
import type { Facts } from '../facts/fold.ts';
import type { Points } from './arithmetic.ts';
import { pointOf } from './point.ts';

/** What files say of a series themselves, by period: nothing derived and nothing published. */
export function storedPoints(facts: Facts, metric: string, dimensions: Dimensions): Points {
  const spoken = facts.get(seriesId({ role: 'actual', metric, dimensions }));
  return new Map([...(spoken?.cells ?? [])].map(([period, cell]) => [period, pointOf(period, cell)]));
}
