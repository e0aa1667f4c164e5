import type { Rating } from '../../../shared/rating/rating.ts';
import { type Content, html } from '../../dom/element.ts';
import { ratingTag } from '../rating-tag.ts';

/** What the figures say, or that there is nothing to rate. */
export function figuresSay(rating: Rating | null): Content {
  return rating === null ? html('span', { class: 'fine' }, 'not rated') : ratingTag(rating);
}

/** What officers say, or that they have said nothing. */
export function officersSay(rating: Rating | null): Content {
  return rating === null ? html('span', { class: 'fine' }, 'not published') : ratingTag(rating);
}
