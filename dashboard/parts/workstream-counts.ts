import { type Rating, ratings } from '../../shared/rating/rating.ts';
import type { Workstream } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import { ratingWords } from '../words/ratings.ts';
import { NOTHING, table } from './table.ts';

type Count = { readonly programme: string; readonly all: readonly Workstream[] };

/** How many workstreams of each programme stand where, after a sentence on all of them. */
export function workstreamCounts(items: readonly Workstream[]): readonly HTMLElement[] {
  const rows: readonly Count[] = [...Map.groupBy(items, ({ programme }) => programme)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map(([programme, all]) => ({ programme, all }));
  const statuses = [...ratings, null].filter((status) => items.some(({ rating }) => rating === status));
  return [
    html('p', { class: 'finding' }, findingOf(items)),
    table(
      'Workstreams by status in each programme',
      [
        { heading: 'Programme', kind: 'row', cell: ({ programme }: Count) => programme },
        { heading: 'All', kind: 'own', cell: ({ all }: Count) => String(all.length) },
        ...statuses.map((status) => ({
          heading: statusWords(status),
          kind: 'number' as const,
          cell: ({ all }: Count) => {
            const count = all.filter(({ rating }) => rating === status).length;
            return count === 0 ? NOTHING : String(count);
          },
        })),
      ],
      rows,
      'table-counts table-cards',
    ),
  ];
}

function findingOf(items: readonly Workstream[]): string {
  const number = (wanted: (rating: Rating | null) => boolean) =>
    items.filter(({ rating }) => wanted(rating)).length;
  const green = number((rating) => rating === 'green' || rating === 'blue');
  const unknown = number((rating) => rating === null || rating === 'grey');
  const off = items.length - green - unknown;
  const late = items.filter(({ overdueDays }) => (overdueDays ?? 0) > 0).length;
  return [
    `${green} of ${items.length} workstreams are on track or complete, by what officers say`,
    off === 0 ? 'none is off track' : `${off} ${off === 1 ? 'is' : 'are'} off track`,
    ...(unknown === 0 ? [] : [`of ${unknown} no status was published`]),
    ...(late === 0 ? [] : [`${late} ${late === 1 ? 'is' : 'are'} past the due day`]),
  ]
    .join('; ')
    .concat('.');
}

function statusWords(status: Rating | null): string {
  return status === null ? 'Not published' : ratingWords[status];
}
