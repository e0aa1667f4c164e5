import { svg } from '../dom/element.ts';
import { lineValueText } from '../words/line-value.ts';
import { placeInTime } from '../words/period.ts';
import type { LinesOf } from './line.ts';
import type { LinesFrame } from './lines-frame.ts';

const LINE_HEIGHT = 36;

/** Names and last figures beside the lines, pushed apart where lines end close together. */
export function endLabels(
  { lines, unit }: LinesOf,
  { x, y, named, bottom }: LinesFrame,
): readonly SVGElement[] {
  if (!named) return [];
  const ends = lines
    .flatMap(({ name, look, points }) => {
      const last = points.findLast(({ value }) => value !== null);
      const at = last && placeInTime(last.period);
      return last?.value == null || at === undefined ? [] : [{ name, look, value: last.value, at }];
    })
    .toSorted((a, b) => y(a.value) - y(b.value));
  let free = 20;
  const tops = ends.map(({ value }) => {
    const top = Math.max(y(value) - 4, free);
    free = top + LINE_HEIGHT;
    return top;
  });
  // What was pushed out below moves up again, and takes with it what stands in its way.
  let least = bottom - 14;
  for (let at = tops.length - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at] ?? 0, least);
    least = (tops[at] ?? 0) - LINE_HEIGHT;
  }
  return ends.map(({ name, look, value, at }, place) => {
    const about = { x: x(at) + 9, class: `label look-${look}` };
    const text = lineValueText(value, unit);
    return svg(
      'g',
      {},
      svg('text', { ...about, y: tops[place] ?? 0 }, name),
      svg('text', { ...about, y: (tops[place] ?? 0) + 16 }, text),
    );
  });
}
