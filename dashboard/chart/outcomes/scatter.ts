import type { CorrelationAnswer } from '../../api/outcome-questions.ts';
import { svg } from '../../dom/element.ts';
import { dotNumbers } from './dot-numbers.ts';
import { planeAxes, planeFor, spanOf } from './plane.ts';

/** A mark for each pair; `own` is the council's own among others. Numbers beside the marks are those of the table. */
export function scatter(
  { x, y, pairs }: Pick<CorrelationAnswer, 'x' | 'y' | 'pairs'>,
  own: string,
  width: number,
  description: string,
): SVGSVGElement {
  const named = {
    x: { name: x.name, unit: x.unit, ...spanOf(pairs.map((pair) => pair.x)) },
    y: { name: y.name, unit: y.unit, ...spanOf(pairs.map((pair) => pair.y)) },
  };
  const plane = planeFor(named.x, named.y, width);
  const dots = pairs.map((pair, at) => {
    const isOwn = pair.id === own;
    return { isOwn, cx: plane.x(pair.x), cy: plane.y(pair.y), r: isOwn ? 7 : 5.5, number: at + 1 };
  });
  return svg(
    'svg',
    {
      ...{ class: 'chart scatter', viewBox: `0 0 ${plane.width} ${plane.height}`, width: plane.width },
      ...{ height: plane.height, role: 'img', 'aria-label': description },
    },
    planeAxes(plane, named),
    dots.map(({ cx, cy, r, isOwn }) => svg('circle', { class: isOwn ? 'dot dot-own' : 'dot', cx, cy, r })),
    dotNumbers(dots),
  );
}
