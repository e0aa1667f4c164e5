import { html } from '../dom/element.ts';

/** Draws a picture as wide as there is room, and again when that changes. `tall` keeps its place from the beginning. */
export function drawing(draw: (width: number) => SVGSVGElement, tall: 'tall' | 'low' = 'tall'): HTMLElement {
  const place = html('div', { class: `drawing drawing-${tall}` });
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width < 1 || width === drawn) return;
    drawn = width;
    place.replaceChildren(draw(width));
  }).observe(place);
  return place;
}
