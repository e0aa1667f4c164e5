import { type KeptItem, promote } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';

/** Makes a plan of a kept scenario, after it was said what that means. */
export function promoteButton(area: string, { name, title, version }: KeptItem): HTMLElement {
  const called = title ?? name;
  const place = html('div', { class: 'promote' });
  const start = html(
    'button',
    { type: 'button', class: 'button button-quiet', 'aria-label': `Make it the plan: ${called}` },
    'Make it the plan',
  );
  const ask = () => {
    const yes = html('button', { type: 'button', class: 'button' }, 'Yes, make it the plan');
    const no = html('button', { type: 'button', class: 'button button-quiet' }, 'No');
    no.addEventListener('click', () => {
      place.replaceChildren(start);
      start.focus();
    });
    yes.addEventListener('click', () => {
      yes.disabled = true;
      void promote(area, name, { version, kind: 'mitigated' }).then((answer) => {
        const text =
          answer.kind === 'ok'
            ? `It is now the plan ${answer.body.trajectory}, with ${answer.body.rows} figures. New figures are rated against it in a moment. Delete the file ${answer.body.key} to take it back.`
            : (answer.detail ?? 'It could not be done: the service did not answer. Try again.');
        place.replaceChildren(html('p', { class: 'fine', role: 'status' }, text));
      });
    });
    place.replaceChildren(
      html(
        'p',
        { class: 'fine', role: 'status' },
        'Figures of periods that end from now on will be rated against it. Earlier plans stay as they are.',
      ),
      yes,
      no,
    );
    yes.focus();
  };
  start.addEventListener('click', ask);
  place.append(start);
  return place;
}
