import type { Summary } from '../../../shared/recompute/summary/summary-view.ts';
import { type Address, addressOf } from '../../address.ts';
import { html } from '../../dom/element.ts';
import { nothing, section } from '../section.ts';
import { assessmentTable, groupTable, stageTable } from './result-tables.ts';

/** Results of schools on the first page: each stage with both ratings; assessments and groups on demand. */
export function schoolResults({ area, outcomes }: Summary, asOf: Address['asOf']): HTMLElement {
  const { stages, assessments, groups } = outcomes;
  if (stages.length === 0) {
    return section('school-results', 'Education outcomes', nothing('No result of schools has come yet.'));
  }
  const place = { area, asOf };
  return section(
    'school-results',
    'Education outcomes',
    stageTable(stages, place),
    folded(`By assessment (${assessments.length})`, assessmentTable(assessments, place)),
    groups.length === 0 ? null : folded(`By group of pupils (${groups.length})`, groupTable(groups, place)),
    html('p', {}, html('a', { href: addressOf({ ...place, page: 'outcomes' }) }, 'All education outcomes')),
  );
}

function folded(name: string, shown: HTMLElement): HTMLElement {
  return html('details', {}, html('summary', {}, name), shown);
}
