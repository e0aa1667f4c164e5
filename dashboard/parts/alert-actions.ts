import type { Answer } from '../api/ask.ts';
import { type AlertDetail, acknowledge, silence } from '../api/questions.ts';
import { type Content, html } from '../dom/element.ts';
import type { AlertDealings } from './alert-card.ts';

const ASK_EVERY_MS = 700;
const PATIENCE_MS = 30_000;

/** Forms that take an alert on and that silence it; each says what came of it. */
export function alertActions(area: string, alert: AlertDetail, dealings: AlertDealings): HTMLElement {
  const { id, acknowledgement, state } = alert;
  const by = field(`by-${id}`, 'Your role', {
    autocomplete: 'organization-title',
    maxlength: 100,
    required: '',
  });
  const note = field(`note-${id}`, 'What you will do', { maxlength: 1000 });
  const taking = form(
    state === 'acknowledged' ? 'Take it over' : 'Take it on',
    [by.element, note.element],
    () =>
      acknowledge(area, id, {
        by: by.input.value,
        ...(note.input.value.trim() !== '' && { note: note.input.value }),
        ...(acknowledgement && { version: acknowledgement.version }),
      }),
    (now) => now?.acknowledgement != null && now.acknowledgement.version > (acknowledgement?.version ?? 0),
    alert,
    dealings,
  );
  const until = field(`until-${id}`, 'Until (a day, at most 90 days ahead)', { type: 'date', required: '' });
  const reason = field(`reason-${id}`, 'Why', { maxlength: 1000, required: '' });
  const silencing = form(
    'Silence it',
    [until.element, reason.element],
    () => silence(area, id, { reason: reason.input.value, until: until.input.value }),
    (now) => now?.silencedBy != null,
    alert,
    dealings,
  );
  return html('div', { class: 'actions' }, taking, silencing);
}

type Field = { readonly element: HTMLElement; readonly input: HTMLInputElement };

function field(id: string, label: string, attributes: Readonly<Record<string, string | number>>): Field {
  const input = html('input', { id, ...attributes });
  return { input, element: html('p', { class: 'field' }, html('label', { for: id }, label), input) };
}

/** A form behind its name; when it was sent, the list is asked for again until it shows what was done. */
function form(
  name: string,
  fields: Content,
  act: () => Promise<Answer<object>>,
  isDone: (now: AlertDetail | undefined) => boolean,
  { id, title }: AlertDetail,
  { ask, show }: AlertDealings,
): HTMLElement {
  const said = html('p', { role: 'status', class: 'said' });
  const button = html('button', { type: 'submit', class: 'button' }, name);
  const element = html('form', {}, fields, button, said);
  element.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = 'One moment…';
    void act().then(async (answer) => {
      if (answer.kind === 'failed') {
        said.textContent = answer.detail ?? 'The service did not answer. Nothing was changed; try again.';
        button.disabled = false;
        return;
      }
      // It shows with the next run, which this has started.
      const until = Date.now() + PATIENCE_MS;
      while (Date.now() < until) {
        const now = await ask();
        if (now.kind === 'ok' && isDone(now.body.items.find((each) => each.id === id)))
          return show(now.body.items);
        await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
      }
      said.textContent = 'It was taken down and does not show yet. Reload the page in a minute.';
    });
  });
  return html(
    'details',
    { class: 'action' },
    html('summary', {}, name, html('span', { class: 'hidden-text' }, `: ${title}`)),
    element,
  );
}
