import { line } from 'd3-shape';
import { funnelLimits } from '../../../shared/outcomes/localities/funnel.ts';
import type { LocalitiesAnswer } from '../../api/outcome-questions.ts';
import { svg } from '../../dom/element.ts';
import { dotNumbers } from './dot-numbers.ts';
import { planeAxes, planeFor, spanOf } from './plane.ts';

/** So many sizes of place the limits are worked out for: enough for a line that looks smooth. */
const SIZES = 70;

/** Places by number of pupils and share, between the limits that chance keeps to around the mean. */
export function funnelChart(
  { items, mean, name }: Pick<LocalitiesAnswer, 'items' | 'mean' | 'name'>,
  width: number,
  description: string,
): SVGSVGElement {
  const shown = items.flatMap(({ value, denominator, position }, at) =>
    value === null || denominator === undefined ? [] : [{ value, denominator, position, number: at + 1 }],
  );
  const sizes = shown.map(({ denominator }) => denominator);
  const [least, most] = [Math.max(10, Math.min(...sizes) * 0.7), Math.max(...sizes) * 1.06];
  const limits = mean === null ? [] : curve(mean, least, most);
  const named = {
    x: { name: 'Number of pupils', unit: 'count', from: 0, to: most },
    y: {
      name,
      unit: 'ratio',
      ...spanOf([
        ...shown.map(({ value }) => value),
        ...limits.slice(2).flatMap(({ lower998, upper998 }) => [lower998, upper998]),
      ]),
    },
  } as const;
  const plane = planeFor(named.x, named.y, width);
  const dots = shown.map(({ value, denominator, position, number }) => ({
    ...{ cx: plane.x(denominator), cy: plane.y(value), r: 6, number },
    isWithin: position === 'within' || position === null,
  }));
  const drawn = (value: (at: (typeof limits)[number]) => number) =>
    line<(typeof limits)[number]>()
      .x(({ pupils }) => plane.x(pupils))
      .y((at) => plane.y(value(at)))([...limits]) ?? '';
  return svg(
    'svg',
    {
      ...{ class: 'chart funnel', viewBox: `0 0 ${plane.width} ${plane.height}`, width: plane.width },
      ...{ height: plane.height, role: 'img', 'aria-label': description },
    },
    planeAxes(plane, named),
    [drawn(({ lower95 }) => lower95), drawn(({ upper95 }) => upper95)].map((d) =>
      svg('path', { class: 'limit limit-95', d }),
    ),
    [drawn(({ lower998 }) => lower998), drawn(({ upper998 }) => upper998)].map((d) =>
      svg('path', { class: 'limit limit-998', d }),
    ),
    mean === null
      ? null
      : svg('line', {
          class: 'mean',
          x1: plane.x(0),
          x2: plane.x(most),
          y1: plane.y(mean),
          y2: plane.y(mean),
        }),
    dots.map(({ cx, cy, r, isWithin }) =>
      svg('circle', { class: isWithin ? 'dot' : 'dot dot-own', cx, cy, r }),
    ),
    dotNumbers(dots),
  );
}

function curve(mean: number, least: number, most: number) {
  return Array.from({ length: SIZES }, (_, at) => {
    const pupils = Math.round(least * (most / least) ** (at / (SIZES - 1)));
    return { pupils, ...funnelLimits(mean, pupils) };
  });
}
