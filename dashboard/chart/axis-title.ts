import { svg } from '../dom/element.ts';

/** The size of letters in a chart, and the room that one of them takes, in pixels. */
const SIZE = 14;
const LETTER = 7.6;

/** What the values of a chart are, above their axis; in smaller letters where a long name has not the room. */
export function axisTitle(name: string, width: number): SVGElement {
  const fitting = Math.floor((SIZE * (width - 4)) / (name.length * LETTER));
  return svg(
    'text',
    { class: 'axis-title', x: 2, y: 14, 'font-size': fitting < SIZE ? Math.max(9, fitting) : undefined },
    name,
  );
}
