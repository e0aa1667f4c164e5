import type { CorrelationAnswer } from '../../api/outcome-questions.ts';
import { svg } from '../../dom/element.ts';
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
  return svg(
    'svg',
    {
      ...{ class: 'chart scatter', viewBox: `0 0 ${plane.width} ${plane.height}`, width: plane.width },
      ...{ height: plane.height, role: 'img', 'aria-label': description },
    },
    planeAxes(plane, named),
    pairs.map((pair, at) => {
      const [cx, cy] = [plane.x(pair.x), plane.y(pair.y)];
      return svg(
        'g',
        {},
        svg('circle', {
          class: pair.id === own ? 'dot dot-own' : 'dot',
          cx,
          cy,
          r: pair.id === own ? 7 : 5.5,
        }),
        svg('text', { class: 'dot-number', x: cx + 9, y: cy + 4 }, String(at + 1)),
      );
    }),
  );
}
