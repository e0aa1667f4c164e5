import { addressOf } from '../../address.ts';
import { html } from '../../dom/element.ts';
import { unbroken } from '../../words/unbroken.ts';
import { ratingTag } from '../rating-tag.ts';
import { section } from '../section.ts';
import { table } from '../table.ts';
import { NOT_FETCHED, ofSummary, type Side, type Sides } from './side.ts';

/** How each council stands as a whole, and why. */
export function overallPair(sides: Sides, asOf: string | undefined): HTMLElement {
  return section(
    'overall-pair',
    'Overall rating',
    table<Side>(
      'Each council is rated by its own headline measures against its own plan.',
      [
        {
          heading: 'Council',
          kind: 'row',
          cell: ({ area }) => html('a', { href: addressOf({ area: area.code, asOf }) }, area.name),
        },
        {
          heading: 'Rating',
          cell: (side) => ofSummary(side, ({ overall }) => ratingTag(overall.rating, true)) ?? NOT_FETCHED,
        },
        {
          heading: 'Why',
          kind: 'prose',
          cell: (side) => unbroken(ofSummary(side, ({ overall }) => overall.why) ?? ''),
        },
      ],
      sides,
      'table-overall-pair table-cards',
    ),
  );
}
