import { type Content, html } from '../dom/element.ts';

/** A part of the page under its heading. */
export function section(id: string, heading: string, ...children: readonly Content[]): HTMLElement {
  return html(
    'section',
    { class: `part part-${id}`, 'aria-labelledby': `${id}-heading` },
    html('h2', { id: `${id}-heading` }, heading),
    children,
  );
}

/** A line that stands where figures would. */
export function nothing(text: string): HTMLElement {
  return html('p', { class: 'nothing' }, text);
}
