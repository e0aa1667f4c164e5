import { html } from '../dom/element.ts';

/**
 * Draws a picture as wide as there is room, and again when that changes. Its place is kept from the beginning: by the
 * style sheet, or as high as is said, in pixels.
 */
export function drawing(
  draw: (width: number) => SVGSVGElement,
  height: 'tall' | number = 'tall',
): HTMLElement {
  const place = html('div', { class: height === 'tall' ? 'drawing drawing-tall' : 'drawing' });
  if (height !== 'tall') place.style.minHeight = `${height}px`;
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width < 1 || width === drawn) return;
    drawn = width;
    place.replaceChildren(drawnOr(draw, width));
  }).observe(place);
  return place;
}

/** A picture that cannot be drawn takes nothing else along: its figures stand in the table too. */
function drawnOr(draw: (width: number) => SVGSVGElement, width: number): Element {
  try {
    return draw(width);
  } catch (thrown) {
    console.error(thrown);
    return html('p', { class: 'notice' }, 'This picture cannot be drawn. The table with it has its figures.');
  }
}
