import { feedTitles } from '../../shared/catalogue/feed-titles.ts';
import type { Answer } from '../api/ask.ts';
import { type ChosenFile, type Report, sendFile } from '../api/send-file.ts';
import { html } from '../dom/element.ts';
import { section } from './section.ts';
import { sentFile } from './sent-file.ts';

/** A form that sends a file and shows what became of it; `sent` is called when one was read. */
export function sendForm(area: string, sent: () => Promise<void>): HTMLElement {
  const feed = html(
    'select',
    { id: 'feed', required: '' },
    feedTitles.map(({ id, title }) => html('option', { value: id }, title)),
  );
  const file = html('input', { id: 'file', type: 'file', accept: '.csv,.xlsx', required: '' });
  const known = html('input', { id: 'known-at', type: 'date', 'aria-describedby': 'known-at-hint' });
  const button = html('button', { type: 'submit', class: 'button' }, 'Send the file');
  const result = html('div', { class: 'sent', role: 'status' });
  const form = html(
    'form',
    { class: 'send' },
    html('p', { class: 'field' }, html('label', { for: 'feed' }, 'What is in it'), feed),
    html(
      'p',
      { class: 'field drop-zone' },
      html('label', { for: 'file' }, 'The file (CSV or Excel), chosen or dragged here'),
      file,
    ),
    html(
      'p',
      { class: 'field' },
      html('label', { for: 'known-at' }, 'When its figures were known'),
      html('span', { class: 'fine', id: 'known-at-hint' }, 'Leave empty for today.'),
      known,
    ),
    button,
  );
  acceptDragged(form, file);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [chosen] = file.files ?? [];
    if (chosen === undefined) return;
    const day = known.value === '' ? undefined : known.value;
    button.disabled = true;
    void send({ area, feed: feed.value, file: chosen, knownAt: day }, result).then(async () => {
      button.disabled = false;
      await sent();
    });
  });
  return section('send', 'Send a file', form, result);
}

async function send(chosen: ChosenFile, result: HTMLElement): Promise<void> {
  const answer: Answer<Report> = await sendFile(chosen, (step) =>
    result.replaceChildren(html('p', { class: 'loading' }, step)),
  );
  result.replaceChildren(sentFile(chosen, answer));
}

/** Takes a file that is dragged onto the form as if it had been chosen. */
function acceptDragged(form: HTMLFormElement, file: HTMLInputElement): void {
  const mark = (over: boolean) => form.classList.toggle('send-over', over);
  form.addEventListener('dragover', (event) => {
    event.preventDefault();
    mark(true);
  });
  form.addEventListener('dragleave', () => mark(false));
  form.addEventListener('drop', (event) => {
    event.preventDefault();
    mark(false);
    if (event.dataTransfer && event.dataTransfer.files.length > 0) file.files = event.dataTransfer.files;
  });
}
