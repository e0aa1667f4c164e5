import type { Rating } from '../rating/rating.ts';
import type { Known } from './figures.ts';

/**
 * What officers had last reported of a metric at an instant; null where they had reported nothing. No feed carries
 * officers' ratings yet, so nothing that is known holds one.
 */
export function officerRatingOf(_metric: string, _known: Known, _at: Date): Rating | null {
  return null;
}
