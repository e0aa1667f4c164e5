import { type Address, addressOf } from '../address.ts';
import { askKept, type KeptItem } from '../api/scenarios.ts';
import { html } from '../dom/element.ts';
import { dayText } from '../words/when.ts';
import { comparedScenarios } from './compared-scenarios.ts';
import { partFailure } from './failure.ts';
import { promoteButton } from './promote-button.ts';
import { nothing } from './section.ts';
import { type Column, table } from './table.ts';

const MOST = 6;

/** The scenarios that a council keeps: open one, lay several side by side, make a plan of one. */
export function keptScenarios(
  address: Address & { readonly area: string },
  kept: readonly KeptItem[],
): { readonly element: HTMLElement; again(): Promise<void> } {
  const element = html('div', {});
  const show = (items: readonly KeptItem[]) => element.replaceChildren(...listed(address, items));
  show(kept);
  return {
    element,
    async again() {
      const answer = await askKept(address.area, address.asOf);
      if (answer.kind === 'ok') show(answer.body.items);
      else element.prepend(partFailure('The list of kept scenarios', answer));
    },
  };
}

function listed(
  address: Address & { readonly area: string },
  items: readonly KeptItem[],
): readonly HTMLElement[] {
  if (items.length === 0)
    return [nothing('None is kept yet. Move the figures above, then keep what you have.')];
  const chosen = new Set<string>();
  const place = html('div', { class: 'compared', role: 'region', 'aria-label': 'Side by side' });
  const button = html('button', { type: 'button', class: 'button' }, 'Lay the chosen ones side by side');
  const said = html('p', { class: 'fine', role: 'status' });
  button.addEventListener('click', () => {
    if (chosen.size < 2 || chosen.size > MOST) {
      said.textContent = `Choose two to ${MOST} scenarios first; ${chosen.size === 0 ? 'none is' : `${chosen.size} ${chosen.size === 1 ? 'is' : 'are'}`} chosen.`;
      return;
    }
    said.textContent = '';
    void comparedScenarios(address.area, [...chosen]).then((found) => place.replaceChildren(...found));
  });
  const columns: readonly Column<KeptItem>[] = [
    {
      heading: 'Scenario',
      kind: 'row',
      cell: ({ name, title, model }) =>
        html(
          'a',
          {
            href: addressOf({
              ...{ area: address.area, page: 'scenarios', asOf: address.asOf },
              dimensions: { ...(model === 'finance' && { about: 'money' }), kept: name },
            }),
          },
          title ?? name,
        ),
    },
    { heading: 'About', cell: ({ model }) => (model === 'finance' ? 'money' : 'plans') },
    { heading: 'Version', cell: ({ version }) => String(version) },
    { heading: 'Kept', cell: ({ at }) => dayText(at) },
    {
      heading: 'Compare',
      cell: ({ name, title }) => {
        const box = html('input', { type: 'checkbox', 'aria-label': `Compare ${title ?? name}` });
        box.addEventListener('change', () => {
          if (box.checked) chosen.add(name);
          else chosen.delete(name);
        });
        return box;
      },
    },
    { heading: 'Make it the plan', cell: (item) => promoteButton(address.area, item) },
  ];
  return [
    table('Scenarios that are kept', columns, items, 'table-kept table-cards'),
    html('p', { class: 'after-table' }, button),
    said,
    place,
  ];
}
