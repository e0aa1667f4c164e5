import { html } from '../dom/element.ts';

/** Draws a picture as wide as there is room, and again when that changes; its height is kept by the style sheet. */
export function drawn(draw: (width: number) => SVGSVGElement, name = ''): HTMLElement {
  const place = html('div', { class: `chart-holder ${name}`.trim() });
  let width = 0;
  new ResizeObserver(([entry]) => {
    const found = Math.floor(entry?.contentRect.width ?? 0);
    if (found < 1 || found === width) return;
    width = found;
    place.replaceChildren(draw(width));
  }).observe(place);
  return place;
}
