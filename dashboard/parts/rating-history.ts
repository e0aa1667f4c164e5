import type { Rated } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';
import { monthText } from '../words/figure.ts';
import { ratingTag } from './rating-tag.ts';

/** The ratings of an entry, update by update, the oldest first. */
export function ratingHistory({ ratings }: Rated): Content {
  if (ratings.every(({ rating }) => rating === null))
    return html('span', { class: 'fine' }, 'no rating published');
  return html(
    'ol',
    { class: 'rating-history' },
    ratings
      .toReversed()
      .map(({ update, rating }) =>
        html(
          'li',
          {},
          rating === null ? html('span', { class: 'fine' }, 'not published') : ratingTag(rating),
          update === null ? null : html('span', { class: 'fine' }, monthText(update)),
        ),
      ),
  );
}
