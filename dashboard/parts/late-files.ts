import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { html } from '../dom/element.ts';
import { nothing, section } from './section.ts';

/** Files that have not come by their due day, each with since when. */
export function lateFiles(summary: Summary): HTMLElement {
  const overdue = summary.overdue.filter(({ kind }) => kind === 'file');
  if (overdue.length === 0)
    return section('late', 'Late files', nothing('No file that comes regularly is late.'));
  return section(
    'late',
    `Late files (${overdue.length})`,
    html(
      'ul',
      { class: 'notes' },
      overdue.map(({ text }) => html('li', {}, text)),
    ),
  );
}
