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
    place.replaceChildren(draw(width));
  }).observe(place);
  return place;
}
