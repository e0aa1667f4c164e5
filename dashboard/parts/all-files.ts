import type { Answer } from '../api/ask.ts';
import { askDrops } from '../api/files.ts';
import type { DropItem, List } from '../api/questions.ts';
import { html } from '../dom/element.ts';
import { fileColumns } from './drops.ts';
import { partFailure } from './failure.ts';
import { nothing, section } from './section.ts';
import { table } from './table.ts';

/** The list of files, and a way to ask for it again when one was sent. */
export type FileList = { readonly element: HTMLElement; readonly again: () => Promise<void> };

/** Every file that came, the newest first, page by page. */
export function allFiles(area: string, asOf: string | undefined, first: Answer<List<DropItem>>): FileList {
  const place = html('div', {});
  const show = (answer: Answer<List<DropItem>>, before: readonly DropItem[]) => {
    if (answer.kind === 'failed') return place.replaceChildren(partFailure('The files', answer));
    const items = [...before, ...answer.body.items];
    if (items.length === 0) return place.replaceChildren(nothing('No file has come yet.'));
    const { next } = answer.body;
    place.replaceChildren(
      table('The newest at the top', fileColumns(area, asOf), items, 'table-files table-cards'),
      ...(next === null ? [] : [more(async () => show(await askDrops(area, asOf, next), items))]),
    );
  };
  show(first, []);
  return {
    element: section('files', 'All files', place),
    again: async () => show(await askDrops(area, asOf), []),
  };
}

function more(load: () => Promise<void>): HTMLElement {
  const button = html('button', { type: 'button', class: 'button button-more' }, 'Show older files');
  button.addEventListener('click', () => {
    button.disabled = true;
    void load();
  });
  return button;
}
