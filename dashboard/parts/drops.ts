import { addressOf } from '../address.ts';
import type { Answer } from '../api/ask.ts';
import type { DropItem, List } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { contentText, stateText } from '../words/files.ts';
import { dayText } from '../words/when.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';
import { type Column, table } from './table.ts';

/** The files that came last and what became of them, each with its report. */
export function drops(area: string, asOf: string | undefined, answer: Answer<List<DropItem>>): HTMLElement {
  if (answer.kind === 'failed') return section('files', 'Latest files', partFailure('The files', answer));
  const { items } = answer.body;
  if (items.length === 0) {
    return section(
      'files',
      'Latest files',
      nothing('No file has come yet. Figures appear here within seconds of the first file.'),
    );
  }
  const all = table(
    'The files that came last, the newest at the top',
    fileColumns(area, asOf),
    items,
    'table-files table-cards',
  );
  return section('files', 'Latest files', areFine(items) ? folded(items, all) : all);
}

function areFine(items: readonly DropItem[]): boolean {
  return items.every(({ state, deleted }) => state === 'accepted' && !deleted);
}

/** Who only reads need not go through files of which nothing is to be said; one that needs somebody is not folded away. */
function folded(items: readonly DropItem[], all: HTMLElement): HTMLElement[] {
  const [newest] = items;
  const came = newest && `The newest came on ${dayText(newest.receivedAt)}: ${nameOf(newest.key)}.`;
  return [
    html(
      'p',
      {},
      items.length === 1 ? 'It was accepted whole. ' : `The last ${items.length} were accepted whole. `,
      came ?? '',
    ),
    html('details', {}, html('summary', {}, 'Show these files'), all),
  ];
}

/** What a table of files shows of each. */
export function fileColumns(area: string, asOf: string | undefined): readonly Column<DropItem>[] {
  return [
    { heading: 'File', kind: 'row', cell: ({ key }) => html('span', { class: 'file' }, nameOf(key)) },
    {
      heading: 'What became of it',
      cell: (drop) => html('span', { class: `state state-${drop.state}` }, stateText(drop)),
    },
    { heading: 'Holds', cell: contentText },
    { heading: 'Known', cell: ({ knownAt }) => dayText(knownAt) },
    { heading: 'Received', cell: ({ receivedAt }) => dayText(receivedAt) },
    {
      heading: 'Report',
      cell: ({ id, key, state }) =>
        html(
          'a',
          { href: addressOf({ area, asOf, page: 'file', dimensions: { drop: id } }) },
          LINKS[state] ?? 'Report',
          html('span', { class: 'hidden-text' }, ` of ${nameOf(key)}`),
        ),
    },
  ];
}

const LINKS: Partial<Readonly<Record<DropItem['state'], string>>> = {
  quarantined: 'Why it was refused',
  'accepted-with-problems': 'What to mend',
};

/** The key without the area that the page is about anyway. */
function nameOf(key: string): string {
  return key.split('/').slice(1).join('/') || key;
}
