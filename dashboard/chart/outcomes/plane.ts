import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Unit } from '../../../shared/catalogue/metric.ts';
import { svg } from '../../dom/element.ts';
import { chartHeight, WIDE } from '../chart-height.ts';

/** A plane with two axes of values. */
export type Plane = {
  readonly width: number;
  readonly height: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
};

export type Axis = { readonly name: string; readonly unit: Unit; readonly from: number; readonly to: number };

const LEFT = 56;
const TOP = 34;
const BOTTOM = 54;

/** A plane that holds the spans of both axes. */
export function planeFor(x: Axis, y: Axis, width: number): Plane {
  const height = chartHeight(width);
  return {
    ...{ width, height },
    x: scaleLinear([x.from, x.to], [LEFT, width - 16]).nice(5),
    y: scaleLinear([y.from, y.to], [height - BOTTOM, TOP]).nice(5),
  };
}

/** Lines, labels and names of both axes. */
export function planeAxes(
  { width, height, x, y }: Plane,
  named: { readonly x: Axis; readonly y: Axis },
): readonly SVGElement[] {
  const bottom = height - BOTTOM;
  return [
    svg('text', { class: 'axis-title', x: 2, y: 16 }, named.y.name),
    svg('text', { class: 'axis-title', x: width - 16, y: height - 8, 'text-anchor': 'end' }, named.x.name),
    ...y
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: LEFT, x2: width - 16, y1: y(value), y2: y(value) }),
          svg('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, tick(value, named.y.unit)),
        ),
      ),
    ...x
      .ticks(width < WIDE ? 4 : 7)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: x(value), x2: x(value), y1: bottom, y2: bottom + 5 }),
          svg('text', { x: x(value), y: bottom + 21, 'text-anchor': 'middle' }, tick(value, named.x.unit)),
        ),
      ),
  ];
}

/** The span of values with some room around it. */
export function spanOf(values: readonly number[]): { readonly from: number; readonly to: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return { from: low - room, to: high + room };
}

function tick(value: number, unit: Unit): string {
  return unit === 'ratio'
    ? `${Number((value * 100).toFixed(2)).toLocaleString('en-GB')}%`
    : Number(value.toFixed(2)).toLocaleString('en-GB');
}
