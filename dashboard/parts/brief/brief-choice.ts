import { html } from '../../dom/element.ts';
import { MOST_ITEMS, moved } from '../../words/brief.ts';

/** A chart that a brief can have. */
export type Offered = { readonly id: string; readonly name: string };

/**
 * The charts of a brief with buttons to order, leave out and add; `choose` is told of the new list, `restore` of the
 * wish for the usual one. What had the focus keeps it.
 */
export function briefChoice(
  offered: readonly Offered[],
  first: readonly string[],
  choose: (chosen: readonly string[]) => void,
): HTMLElement {
  const list = html('ol', { class: 'brief-list' });
  const select = html('select', { id: 'brief-add' });
  const add = html('button', { type: 'button', class: 'button button-quiet' }, 'Add it');
  const news = html('p', { class: 'hidden-text', role: 'status' });
  let chosen = first;

  const change = (next: readonly string[], said: string, focus?: string) => {
    chosen = next;
    show();
    news.textContent = said;
    if (focus !== undefined) document.getElementById(focus)?.focus();
    choose(chosen);
  };
  const nameOf = (id: string) => offered.find((each) => each.id === id)?.name ?? id;

  function show(): void {
    list.replaceChildren(
      ...chosen.map((id, at) => html('li', {}, html('span', {}, nameOf(id)), buttons(id, at))),
    );
    const free = offered.filter(({ id }) => !chosen.includes(id));
    select.replaceChildren(...free.map(({ id, name }) => html('option', { value: id }, name)));
    add.disabled = free.length === 0 || chosen.length >= MOST_ITEMS;
  }

  function buttons(id: string, at: number): HTMLElement {
    const name = nameOf(id);
    const move = (by: 1 | -1) =>
      change(
        moved(chosen, id, by),
        `${name} is now number ${at + 1 + by}.`,
        `brief-${by === 1 ? 'down' : 'up'}-${id}`,
      );
    return html(
      'span',
      { class: 'brief-buttons' },
      button(`brief-up-${id}`, 'Up', name, at === 0, () => move(-1)),
      button(`brief-down-${id}`, 'Down', name, at === chosen.length - 1, () => move(1)),
      button(`brief-out-${id}`, 'Leave out', name, false, () =>
        change(
          chosen.filter((each) => each !== id),
          `${name} is left out.`,
          'brief-add',
        ),
      ),
    );
  }

  add.addEventListener('click', () => {
    const id = select.value;
    if (id !== '') change([...chosen, id], `${nameOf(id)} is added at the end.`, 'brief-add');
  });
  show();
  return html(
    'div',
    {},
    news,
    list,
    html('p', { class: 'field' }, html('label', { for: 'brief-add' }, 'Another chart'), select),
    add,
  );
}

/** A button at an end of the list stays, so that the focus has a place to be. */
function button(id: string, text: string, name: string, idle: boolean, press: () => void): HTMLElement {
  const made = html(
    'button',
    {
      id,
      type: 'button',
      class: 'button button-quiet button-small',
      'aria-disabled': idle ? 'true' : undefined,
    },
    text,
    html('span', { class: 'hidden-text' }, ` ${name}`),
  );
  made.addEventListener('click', () => {
    if (!idle) press();
  });
  return made;
}
