import { svg } from '../dom/element.ts';
import { pushedApart } from './pushed-apart.ts';
import { wrapped } from './wrapped.ts';

/** Where a line ends, in pixels, and what is said there: its name and its last figure, in the colours of a class. */
export type LineEnd = {
  readonly name: string;
  readonly figure: string;
  readonly look: string;
  readonly x: number;
  readonly y: number;
};

/** Room to the right of lines for their labels. */
export const LABEL_ROOM = 176;
/** The least that must be left for the lines beside them. */
const LINE_ROOM = 410;

const LETTERS = 18;
const LINE_HEIGHT = 16;
const BETWEEN = 5;
/** A label that was pushed further than this from the end of its line is tied to it. */
const NEAR = 9;

/** Whether a chart of a width has room for labels beside its lines; else the key below names them. */
export function hasLabelRoom(width: number): boolean {
  return width - LABEL_ROOM >= LINE_ROOM;
}

/** Names and last figures beside the ends of lines, pushed apart where lines end close together. */
export function endLabels(
  ends: readonly LineEnd[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly SVGElement[] {
  const sorted = ends
    .toSorted((a, b) => a.y - b.y)
    .map((end) => ({ ...end, rows: wrapped([...end.name.split(' '), end.figure], LETTERS) }));
  const places = pushedApart(
    sorted.map(({ y, rows }) => ({ middle: y, height: rows.length * LINE_HEIGHT + BETWEEN })),
    { top, bottom },
  );
  return sorted.map(({ rows, look, x, y }, at) => {
    const middle = places[at] ?? y;
    const first = middle - ((rows.length - 1) * LINE_HEIGHT) / 2 + 5;
    return svg(
      'g',
      {},
      Math.abs(middle - y) > NEAR
        ? svg('path', { class: 'label-tie', d: `M${x + 7} ${y}L${x + 15} ${middle}` })
        : null,
      rows.map((row, line) =>
        svg('text', { class: `label ${look}`, x: x + 18, y: first + line * LINE_HEIGHT }, row),
      ),
    );
  });
}
