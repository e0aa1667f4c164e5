import type { Scorecard } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { html } from '../../dom/element.ts';
import { section } from '../section.ts';
import { hasFigures } from './scorecard-table.ts';

/** What is not in the table, and why. */
export function absent({ rows }: Scorecard): HTMLElement | null {
  const silent = rows.filter((row) => !hasFigures(row));
  if (silent.length === 0) return null;
  const byReason = Map.groupBy(silent, ({ council }) => council.why ?? 'Not published.');
  return section(
    'absent',
    'Without results this year',
    html(
      'dl',
      { class: 'terms' },
      [...byReason].map(([why, each]) =>
        html(
          'div',
          {},
          html('dt', {}, [...new Set(each.map(({ shortName }) => shortName))].join('; ')),
          html('dd', {}, why),
        ),
      ),
    ),
  );
}

/** How the figures are to be read: what each group is, the rules of the ratings, the edition of the neighbours. */
export function notes({ rows, notes: said, rules, edition, covid }: Scorecard): HTMLElement {
  const ofGroups = new Map(
    rows.flatMap((row) => row.notes.map((note) => [note, row.group === null ? '' : row.of] as const)),
  );
  const all = [
    ...(covid === null ? [] : [covid]),
    ...[...ofGroups].flatMap(([note, of]) => (note === covid ? [] : [of === '' ? note : `${of}: ${note}`])),
    ...said,
    `Similar councils are the ten statistical neighbours of the edition of ${edition}. A council without a figure is left out of the mean.`,
    'Whether a gap is more than chance can be judged only where the numbers of pupils of both are published.',
  ];
  return section(
    'notes',
    'How to read this',
    html(
      'ul',
      { class: 'notes' },
      all.map((note) => html('li', {}, note)),
    ),
    html(
      'details',
      {},
      html('summary', {}, 'How rows are rated'),
      html(
        'ul',
        { class: 'notes' },
        rules.map((rule) => html('li', {}, rule)),
      ),
    ),
  );
}

/** What the stage is and what each of its assessments counts. */
export function stageBackground({ background, assessments }: Scorecard): HTMLElement {
  return section(
    'stage-background',
    'How it is assessed',
    html('p', {}, background),
    html(
      'details',
      {},
      html('summary', {}, 'Each assessment, what it counts and how it is marked'),
      html(
        'dl',
        { class: 'terms' },
        assessments.map(({ name, definition, background: text }) =>
          html('div', {}, html('dt', {}, name), html('dd', {}, `${definition} ${text}`)),
        ),
      ),
    ),
  );
}
