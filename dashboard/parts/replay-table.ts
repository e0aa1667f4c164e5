import { addressOf } from '../address.ts';
import type { ReplayItem } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import { titleText } from '../words/breakdown.ts';
import { monthText, periodText } from '../words/figure.ts';
import { lastDayOf } from '../words/months.ts';
import { seriesFigure } from '../words/series-figure.ts';
import { dayText } from '../words/when.ts';
import { ratingTag } from './rating-tag.ts';
import { type Column, NOTHING, table } from './table.ts';

/** What was said of each measure at a month end, with what became different since the month end before. */
export function replayTable(
  area: string,
  { month, isNow }: { readonly month: string; readonly isNow: boolean },
  then: readonly ReplayItem[],
  before: readonly ReplayItem[],
): HTMLElement {
  const columns: readonly Column<ReplayItem>[] = [
    {
      heading: 'Measure',
      kind: 'row',
      cell: (item) =>
        html(
          'a',
          {
            href: addressOf({
              ...{ area, page: 'measure', metric: item.metric, dimensions: item.dimensions },
              // A month that is not over has no end to look from.
              asOf: isNow ? undefined : lastDayOf(month),
            }),
          },
          titleText(item),
        ),
    },
    { heading: 'The figures said', kind: 'own', cell: (item) => ratingOf(item, before) },
    { heading: 'Officers said', cell: ({ officerRating }) => officers(officerRating) },
    { heading: 'Ahead of officers by', cell: ({ leadMonths }) => leadText(leadMonths) },
    {
      heading: 'By the figure',
      cell: (item) => `${seriesFigure(item, item.value)} for ${periodText(item.period)}`,
    },
    {
      heading: 'Known',
      cell: ({ knownAt, assumed }) => [
        dayText(knownAt),
        assumed ? html('span', { class: 'fine' }, 'assumed') : null,
      ],
    },
  ];
  return table(
    `What was known at the end of ${monthText(month)}. “Assumed”: the file says itself when it was known.`,
    columns,
    then,
    'table-replay table-cards',
  );
}

function ratingOf(item: ReplayItem, before: readonly ReplayItem[]): Content {
  const key = (each: ReplayItem) => `${each.metric} ${JSON.stringify(each.dimensions)}`;
  const was = before.find((each) => key(each) === key(item))?.rating;
  return [
    ratingTag(item.rating),
    was === undefined || was === item.rating
      ? null
      : html('span', { class: 'fine' }, `was ${was} a month before`),
  ];
}

function officers(rating: ReplayItem['officerRating']): Content {
  return rating === null ? NOTHING : ratingTag(rating);
}

function leadText(months: number | null): string {
  if (months === null || months === 0) return NOTHING;
  const size = Math.abs(months);
  return `${months < 0 ? 'behind by ' : ''}${size} month${size === 1 ? '' : 's'}`;
}
