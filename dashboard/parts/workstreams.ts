import { whenText } from '../../shared/rating/period-text.ts';
import type { Rated, Workstream } from '../api/registers.ts';
import { type Content, html } from '../dom/element.ts';
import { monthText } from '../words/figure.ts';
import { ratingTag } from './rating-tag.ts';
import { type Column, NOTHING, table } from './table.ts';

/** Workstreams by programme, each with its status, its owner and how late it is. */
export function workstreams(items: readonly Workstream[]): readonly HTMLElement[] {
  return [...Map.groupBy(items, ({ programme }) => programme)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB', { numeric: true }))
    .map(([programme, each]) => table(programme, workstreamColumns, each, 'table-workstreams table-cards'));
}

const workstreamColumns: readonly Column<Workstream>[] = [
  { heading: 'Workstream', kind: 'row', cell: ({ workstream }) => workstream },
  { heading: 'Status', kind: 'own', cell: statusOf },
  { heading: 'Owner', cell: ({ ownerRole }) => ownerRole ?? html('span', { class: 'fine' }, 'not given') },
  { heading: 'Due', cell: ({ due, overdueDays }) => dueText(due, overdueDays) },
  {
    heading: 'Milestones',
    cell: ({ milestones: { all, done, overdue } }) =>
      all === 0 ? NOTHING : `${done} of ${all} done${overdue === 0 ? '' : `, ${overdue} late`}`,
  },
];

/** The status that officers gave, and when. */
export function statusOf({ rating, update }: Rated): Content {
  return [
    rating === null ? html('span', { class: 'fine' }, 'not published') : ratingTag(rating),
    update === null ? null : html('span', { class: 'fine' }, monthText(update)),
  ];
}

/** A due day or month, and by how many days it is past. */
export function dueText(due: string | null, overdueDays: number | null): Content {
  if (due === null) return NOTHING;
  const late = overdueDays !== null && overdueDays > 0 ? `${overdueDays} days late` : null;
  return [whenText(due), late === null ? null : html('strong', { class: 'late' }, late)];
}
