import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { html } from '../dom/element.ts';
import { plainDayText } from '../words/when.ts';
import { nothing, section } from './section.ts';
import { type Column, table } from './table.ts';

type Late = Summary['overdue'][number];

const KINDS = {
  file: 'File',
  milestone: 'Milestone',
  workstream: 'Workstream',
  recommendation: 'Recommendation',
} as const satisfies Record<Late['kind'], string>;

/** What is due and has not come or is not done: files first, then the work. */
export function lateWork({ overdue }: Summary): HTMLElement {
  return section(
    'late',
    'Late',
    overdue.length === 0
      ? nothing('Nothing that has a due day is late.')
      : table('Past its due day', columns, overdue, 'table-late table-cards'),
  );
}

const columns: readonly Column<Late>[] = [
  {
    heading: 'What',
    kind: 'row',
    cell: ({ name, period }) => (period === null ? name : `${name}, ${period}`),
  },
  {
    heading: 'Late by',
    kind: 'own',
    cell: ({ daysLate }) => (daysLate === 1 ? '1 day' : `${daysLate} days`),
  },
  { heading: 'Due', cell: ({ due }) => plainDayText(due) },
  { heading: 'Kind', cell: ({ kind }) => html('span', { class: 'fine' }, KINDS[kind]) },
];
