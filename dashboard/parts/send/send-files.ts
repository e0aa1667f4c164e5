import { addressOf } from '../../address.ts';
import type { Feed } from '../../api/mappings.ts';
import { html } from '../../dom/element.ts';
import { section } from '../section.ts';
import { type Dealings, type FileCard, fileCard } from './file-card.ts';

/**
 * Sends files: chosen by a button or dragged here, several at once. Each is checked before anything is stored; `sent`
 * is called when one was read.
 */
export function sendFiles(area: string, feeds: readonly Feed[], sent: () => Promise<void>): HTMLElement {
  const cards: FileCard[] = [];
  let made = 0;
  const input = html('input', {
    ...{ id: 'file', type: 'file', accept: '.csv,.xlsx', multiple: '' },
    'aria-describedby': 'file-hint',
  });
  const news = html('p', { class: 'hidden-text', role: 'status' });
  const list = html('ul', { class: 'file-cards' });
  const all = html('button', { type: 'button', class: 'button' });
  const dealings: Dealings = {
    ...{ area, feeds, sent },
    say: (text) => void news.replaceChildren(text),
    changed: showAll,
    leaveOut: (card) => {
      cards.splice(cards.indexOf(card), 1);
      card.element.remove();
      showAll();
      input.focus();
    },
    reportAddress: (drop) => addressOf({ area, page: 'file', dimensions: { drop } }),
  };

  function take(files: Iterable<File>): void {
    for (const file of files) {
      made += 1;
      const card = fileCard(`file-${made}`, file, dealings);
      cards.push(card);
      list.append(card.element);
    }
    showAll();
  }

  /** One button for all is of use from two files on. */
  function showAll(): void {
    const ready = cards.filter((card) => card.canSend());
    all.hidden = ready.length < 2;
    all.textContent = `Send all ${ready.length} files that can be taken`;
  }

  all.addEventListener('click', () => {
    const ready = cards.filter((card) => card.canSend());
    // One after the other: a slow line is not shared out among them.
    void ready.reduce((before, card) => before.then(() => card.send()), Promise.resolve());
  });
  input.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    input.value = '';
  });
  const zone = html(
    'div',
    { class: 'drop-zone' },
    html('label', { for: 'file' }, 'Files to send'),
    html(
      'p',
      { class: 'fine', id: 'file-hint' },
      'Choose CSV or Excel files, or drag them here. Each is checked first; nothing is stored until you send it.',
    ),
    input,
  );
  acceptDragged(zone, take);
  showAll();
  return section('send', 'Send files', zone, news, list, all);
}

/** Takes files that are dragged here as if they had been chosen. */
function acceptDragged(zone: HTMLElement, take: (files: Iterable<File>) => void): void {
  const mark = (over: boolean) => zone.classList.toggle('drop-zone-over', over);
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  zone.addEventListener('dragleave', () => mark(false));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    take([...(event.dataTransfer?.files ?? [])]);
  });
}
