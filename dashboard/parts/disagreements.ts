import { addressOf } from '../address.ts';
import type { Answer, List } from '../api/ask.ts';
import type { DisagreementItem } from '../api/disagreements.ts';
import { html } from '../dom/element.ts';
import { plainDayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { ratingTag } from './rating-tag.ts';
import { section } from './section.ts';
import { type Column, NOTHING, table } from './table.ts';

const HEADING = 'Where officers and the figures differ';

/** The measures that officers rate otherwise than the data, the latest first; nothing where there is none. */
export function disagreements(
  answer: Answer<List<DisagreementItem>>,
  where: { readonly area: string; readonly asOf: string | undefined },
): readonly HTMLElement[] {
  if (answer.kind === 'failed')
    return [section('disagreements', HEADING, partFailure('This comparison', answer))];
  const { items } = answer.body;
  if (items.length === 0) return [];
  const columns: readonly Column<DisagreementItem>[] = [
    {
      heading: 'Measure',
      kind: 'row',
      cell: ({ metric, name, dimensions }) =>
        html('a', { href: addressOf({ ...where, page: 'measure', metric, dimensions }) }, name),
    },
    { heading: 'The figures say', cell: ({ rating }) => (rating === null ? NOTHING : ratingTag(rating)) },
    {
      heading: 'Officers say',
      cell: ({ officerRating, officer, condition }) => [
        officerRating === null ? NOTHING : ratingTag(officerRating),
        html('span', { class: 'fine' }, saidWhere(officer?.of, condition)),
      ],
    },
    { heading: 'Differ by', cell: ({ levels }) => (Math.abs(levels) === 1 ? 'one level' : 'two levels') },
    {
      heading: 'Since',
      cell: ({ since, months }) => [plainDayText(since), html('span', { class: 'fine' }, monthsText(months))],
    },
  ];
  return [
    section(
      'disagreements',
      HEADING,
      table(
        'Two levels apart, or one level for two months',
        columns,
        items,
        'table-disagreements table-cards',
      ),
    ),
  ];
}

function saidWhere(
  of: 'override' | 'metric' | 'condition' | 'programme' | undefined,
  condition: string | null,
) {
  if (of === 'override') return 'an override';
  return of === 'condition' && condition !== null ? `condition ${condition}` : 'of the measure itself';
}

function monthsText(months: number): string {
  if (months < 1) return 'less than a month';
  return months === 1 ? 'a month' : `${months} months`;
}
