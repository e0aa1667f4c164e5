import type { ProgrammeStand } from '../../shared/programme/portfolio/portfolio-view.ts';
import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import { type Address, addressOf } from '../address.ts';
import { type Content, html } from '../dom/element.ts';
import { ratingWords } from '../words/ratings.ts';
import { ratingTag } from './rating-tag.ts';
import { nothing, section } from './section.ts';
import { type Column, table } from './table.ts';

/** The programmes with how their workstreams stand, and the way to all of them. */
export function programmes(
  { area, programmes: stands, registersNote }: Summary,
  asOf: Address['asOf'],
): HTMLElement {
  const link = html(
    'a',
    { href: addressOf({ area, page: 'programme', asOf }) },
    'All workstreams and milestones',
  );
  const shown =
    stands.length === 0
      ? nothing('No file has named a programme yet.')
      : table(
          'What officers say of the work, by its worst workstream',
          columns,
          stands,
          'table-programmes table-cards',
        );
  return section(
    'programmes',
    'The work under way',
    shown,
    registersNote === '' ? null : html('p', { class: 'fine' }, registersNote),
    html('p', {}, link),
  );
}

const columns: readonly Column<ProgrammeStand>[] = [
  { heading: 'Programme', kind: 'row', cell: ({ programme }) => programme },
  { heading: 'Rating', kind: 'own', cell: ratingOf },
  { heading: 'Workstreams', kind: 'prose', cell: countsOf },
];

function ratingOf({ rating, workstreams }: ProgrammeStand): Content {
  if (rating !== 'grey') return ratingTag(rating);
  return html('span', { class: 'fine' }, workstreams === 0 ? 'no workstreams yet' : 'not published');
}

function countsOf({ byStatus, workstreams }: ProgrammeStand): Content {
  if (workstreams === 0) return 'none yet';
  return byStatus.map(({ status, workstreams: count }) => `${count} ${statusText(status)}`).join(', ');
}

/** `on track (green)`; grey work has not been started. */
function statusText(status: ProgrammeStand['byStatus'][number]['status']): string {
  if (status === null) return 'not published';
  if (status === 'grey') return 'not started (grey)';
  const [name = '', meaning = ''] = ratingWords[status].split(': ');
  return `${meaning} (${name.toLowerCase()})`;
}
