import type { AreaItem } from '../api/questions.ts';
import { html } from '../dom/element.ts';

/** Shows which council the page is about; a choice only where there is more than one. */
export function areaPicker(
  areas: readonly AreaItem[],
  current: string,
  choose: (code: string) => void,
): HTMLElement | null {
  if (areas.length < 2) return null;
  const select = html(
    'select',
    { id: 'area' },
    areas.map(({ code, name }) =>
      html('option', { value: code, selected: code === current ? '' : undefined }, name),
    ),
  );
  select.addEventListener('change', () => choose(select.value));
  return html('div', { class: 'picker' }, html('label', { for: 'area' }, 'Council'), select);
}
