import type { Rating } from '../../shared/rating/rating.ts';
import { html, svg } from '../dom/element.ts';
import { ratingName, ratingWords } from '../words/ratings.ts';

/** A shape of its own for each rating, so that none rests on colour: from a round green to a pointed red. */
const SHAPES = {
  blue: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM7 11.5 3.8 8.3l1.3-1.3L7 8.9l4-4 1.3 1.3z',
  green: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1z',
  'amber-green': 'M2 2h12v12H2zM4 4v8h4V4z',
  amber: 'M2 2h12v12H2z',
  'amber-red': 'M8 0.5 15.5 8 8 15.5 0.5 8zM8 3.5 3.5 8 8 12.5z',
  red: 'M8 0.8 15.6 14.6H0.4z',
  grey: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM8 3.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z',
  black: 'M3.2 1.5 8 6.3l4.8-4.8 1.7 1.7L9.7 8l4.8 4.8-1.7 1.7L8 9.7l-4.8 4.8-1.7-1.7L6.3 8 1.5 3.2z',
} as const satisfies Record<Rating, string>;

/** A rating as word and shape; `long` says what it means as well. */
export function ratingTag(rating: Rating, long = false): HTMLElement {
  return html(
    'span',
    { class: `rating rating-${rating}` },
    svg(
      'svg',
      { viewBox: '0 0 16 16', class: 'rating-shape', 'aria-hidden': 'true', focusable: 'false' },
      svg('path', { d: SHAPES[rating], 'fill-rule': 'evenodd' }),
    ),
    long ? ratingWords[rating] : ratingName(rating),
  );
}
