import { type KeptItem, keepScenario, type Model } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';

/** What is to be kept: the model, its body as it is now, and the scenario that it began from. */
export type Keeping = {
  readonly model: Model;
  readonly body: () => object;
  readonly from: KeptItem | null;
};

/** A form that keeps the scenario as it stands under a name; `kept` is told when it is. */
export function keepForm(
  area: string,
  { model, body, from }: Keeping,
  kept: readonly KeptItem[],
  done: () => void,
): HTMLElement {
  const title = html('input', {
    ...{ id: 'keep-title', type: 'text', maxlength: 100, value: from?.title ?? '' },
    'aria-describedby': 'keep-hint',
  });
  const button = html('button', { type: 'submit', class: 'button' }, 'Keep this scenario');
  const said = html('p', { role: 'status' });
  const form = html(
    'form',
    { class: 'keep' },
    html(
      'p',
      { class: 'field' },
      html('label', { for: 'keep-title' }, 'Keep it under the name'),
      html(
        'span',
        { class: 'fine', id: 'keep-hint' },
        'A name that is there already becomes a new version; earlier versions stay readable.',
      ),
      title,
    ),
    button,
    said,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const name = nameOf(title.value);
    if (name === '') {
      said.textContent = 'Give it a name first, such as “More places in 2026”.';
      title.focus();
      return;
    }
    const there = kept.find((each) => each.name === name);
    if (there && there.model !== model) {
      said.textContent = `“${title.value}” is already the name of a scenario of ${there.model === 'finance' ? 'money' : 'plans'}. Give this one another.`;
      return;
    }
    button.disabled = true;
    const scenario = { ...body(), name: title.value.trim() };
    void keepScenario(area, name, { model, scenario, version: there?.version ?? 0 }).then((answer) => {
      button.disabled = false;
      if (answer.kind === 'failed')
        said.textContent =
          answer.status === 409
            ? 'Somebody else has kept a version since you opened this page. Load it again, then keep yours.'
            : (answer.detail ?? 'It could not be kept: the service did not answer. Try again.');
      else {
        said.textContent = `Kept as “${title.value.trim()}”, version ${answer.body.version}.`;
        done();
      }
    });
  });
  return form;
}

/** A name as scenarios are kept under: `More places in 2026` → `more-places-in-2026`. */
export function nameOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}
