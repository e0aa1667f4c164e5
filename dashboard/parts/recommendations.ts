import type { Recommendation } from '../api/registers.ts';
import { type Column, NOTHING, table } from './table.ts';
import { dueText } from './workstreams.ts';

/** What committees recommended, and what became of it. */
export function recommendations(items: readonly Recommendation[]): readonly HTMLElement[] {
  const ordered = items.toSorted((a, b) => a.id.localeCompare(b.id, 'en-GB', { numeric: true }));
  return [table('What committees recommended', columns, ordered, 'table-recommendations table-cards')];
}

const columns: readonly Column<Recommendation>[] = [
  { heading: 'Recommendation', kind: 'row', cell: ({ id, text }) => `${id}. ${text ?? ''}` },
  { heading: 'Committee', cell: ({ committee }) => committee ?? NOTHING },
  { heading: 'Status', kind: 'own', cell: ({ status }) => status ?? NOTHING },
  { heading: 'Response', kind: 'prose', cell: ({ response }) => response ?? 'no response yet' },
  { heading: 'Owner', cell: ({ ownerRole }) => ownerRole ?? NOTHING },
  { heading: 'Due', cell: ({ due, overdueDays }) => dueText(due, overdueDays) },
];
