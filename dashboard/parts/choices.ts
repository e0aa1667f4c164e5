import { html } from '../dom/element.ts';

/** Something a reader can choose; what is chosen stands in the address under `name`. */
export type Choice = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
};

/** Lists to choose from and a button that shows what was chosen: nothing changes while somebody walks through a list. */
export function choices(
  offered: readonly Choice[],
  addressFor: (chosen: Readonly<Record<string, string>>) => string,
): HTMLElement {
  const lists = offered.map(({ name, label, value, options }) => {
    const list = html(
      'select',
      { id: `choose-${name}`, name },
      options.map((option) =>
        html(
          'option',
          { value: option.value, selected: option.value === value ? 'selected' : undefined },
          option.text,
        ),
      ),
    );
    return {
      name,
      list,
      field: html('div', { class: 'choice' }, html('label', { for: `choose-${name}` }, label), list),
    };
  });
  const button = html('button', { type: 'button', class: 'button' }, 'Show');
  button.addEventListener('click', () => {
    location.assign(addressFor(Object.fromEntries(lists.map(({ name, list }) => [name, list.value]))));
  });
  return html(
    'div',
    { class: 'choose', role: 'group', 'aria-label': 'What to show' },
    lists.map(({ field }) => field),
    button,
  );
}
