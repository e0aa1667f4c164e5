import { isShare, type SeriesNature } from '../nature.ts';
import { affine } from './affine.ts';
import { logit } from './logit.ts';
import type { Scale } from './scale.ts';

/**
 * The scale that a series is forecast on. Shares within (0, 1): log odds. Money, whose zero has no meaning
 * (a balance): centred. All else: in units of its own size, so that forecasts do not depend on the unit.
 */
export function scaleFor(nature: SeriesNature, values: readonly number[]): Scale {
  const lowest = Math.min(...values);
  const highest = Math.max(...values);
  if (isShare(nature) && lowest > 0 && highest < 1) return logit;
  if (nature === 'money') return affine(lowest / 2 + highest / 2, highest / 2 - lowest / 2);
  return affine(0, Math.max(Math.abs(lowest), Math.abs(highest)));
}
