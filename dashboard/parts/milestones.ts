import { whenText } from '../../shared/rating/period-text.ts';
import type { Milestone } from '../api/registers.ts';
import { html } from '../dom/element.ts';
import { dueOnText } from '../words/when.ts';
import { type Column, NOTHING, table } from './table.ts';
import { dueText, statusOf } from './workstreams.ts';

/** Milestones: those that are late, those still to come in order of their days, and those that are done. */
export function milestones(items: readonly Milestone[]): readonly HTMLElement[] {
  const byDue = items.toSorted((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9'));
  const late = byDue.filter(({ overdueDays }) => (overdueDays ?? 0) > 0);
  const done = byDue.filter((each) => each.done);
  const ahead = byDue.filter((each) => !late.includes(each) && !done.includes(each));
  const list = (caption: string, those: readonly Milestone[]) =>
    those.length === 0 ? [] : [table(caption, columns, those, 'table-milestones table-cards')];
  return [
    html('p', { class: 'finding' }, findingOf(items.length, late, ahead, done.length)),
    ...list('Late', late),
    ...list('Still to come', ahead),
    ...list('Done', done),
  ];
}

function findingOf(
  all: number,
  late: readonly Milestone[],
  ahead: readonly Milestone[],
  done: number,
): string {
  const [first] = late;
  const [next] = ahead.filter(({ due }) => due !== null);
  const said = first
    ? `${late.length} of ${all} milestones ${late.length === 1 ? 'is' : 'are'} late, the longest by ${first.overdueDays} days`
    : `None of ${all} milestones is late`;
  const coming = next?.due == null ? '' : ` The next is due ${dueOnText(next.due)}.`;
  return `${said}; ${done === 0 ? 'none is' : `${done} ${done === 1 ? 'is' : 'are'}`} done.${coming}`;
}

const columns: readonly Column<Milestone>[] = [
  { heading: 'Milestone', kind: 'row', cell: ({ milestone }) => milestone },
  { heading: 'Workstream', kind: 'prose', cell: ({ workstream }) => workstream },
  { heading: 'Status', kind: 'own', cell: statusOf },
  { heading: 'Due', cell: ({ due, overdueDays }) => dueText(due, overdueDays) },
  {
    heading: 'Done',
    cell: ({ completed, done }) => (completed === null ? (done ? 'yes' : NOTHING) : whenText(completed)),
  },
];
