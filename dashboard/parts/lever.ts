import { type Content, html } from '../dom/element.ts';

/** A figure that can be moved: by a slider, or written as a number. */
export type LeverOf = {
  readonly id: string;
  readonly label: string;
  /** What stands behind the number: `a month`, `%`, `£m`. */
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where the figure is from. */
  readonly hint: Content;
};

/** A slider and a number that move together; `moved` is told of each move. */
export function lever(
  { id, label, unit, value, least, most, step, hint }: LeverOf,
  moved: (value: number) => void,
): HTMLElement {
  const number = html('input', {
    ...{ id, type: 'number', min: least, step: 'any', value: String(value), inputmode: 'decimal' },
    'aria-describedby': `${id}-hint`,
  });
  const slider = html('input', {
    ...{ type: 'range', min: least, max: Math.max(most, value), step, value: String(value) },
    'aria-label': `${label}, slider`,
    'aria-valuetext': `${value} ${unit}`,
  });
  slider.addEventListener('input', () => {
    number.value = slider.value;
    slider.setAttribute('aria-valuetext', `${slider.value} ${unit}`);
    moved(Number(slider.value));
  });
  number.addEventListener('input', () => {
    const written = Number(number.value);
    if (number.value.trim() === '' || !Number.isFinite(written)) return;
    slider.value = String(written);
    slider.setAttribute('aria-valuetext', `${written} ${unit}`);
    moved(written);
  });
  return html(
    'div',
    { class: 'lever' },
    html('label', { for: id }, label),
    html('div', { class: 'lever-number' }, number, html('span', { class: 'lever-unit' }, unit)),
    slider,
    html('p', { class: 'fine', id: `${id}-hint` }, hint),
  );
}
