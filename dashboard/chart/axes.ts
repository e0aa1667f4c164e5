import type { Unit } from '../../shared/catalogue/metric.ts';
import { monthIndex } from '../../shared/period/month.ts';
import { svg } from '../dom/element.ts';
import type { Frame } from './frame.ts';
import type { ChartRow } from './rows.ts';
import { shortMonth } from './short-month.ts';

const LABEL_WIDTH = 64;

/** Lines and labels of the values, months below. */
export function axes(rows: readonly ChartRow[], unit: Unit, frame: Frame): readonly SVGElement[] {
  const { left, right, bottom, y, x, step } = frame;
  const every = [1, 2, 3, 4, 6, 12].find((months) => months * step >= LABEL_WIDTH) ?? 12;
  const labelled = rows.filter(({ month }) => monthIndex(month) % every === 0);
  return [
    ...y
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
          svg('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, tickText(value, unit)),
        ),
      ),
    ...labelled.map(({ month }) =>
      svg(
        'g',
        { class: 'axis' },
        svg('line', { x1: x(month), x2: x(month), y1: bottom, y2: bottom + 5 }),
        svg('text', { x: x(month), y: bottom + 21, 'text-anchor': 'middle' }, shortMonth(month)),
      ),
    ),
  ];
}

/** A value of the axis: no more decimals than the step between two lines needs. */
export function tickText(value: number, unit: Unit): string {
  switch (unit) {
    case 'ratio':
      return `${Number((value * 100).toFixed(2)).toLocaleString('en-GB')}%`;
    case 'gbp':
      return Math.abs(value) >= 1e6
        ? `${value < 0 ? '−' : ''}£${Number((Math.abs(value) / 1e6).toFixed(2)).toLocaleString('en-GB')}m`
        : `${value < 0 ? '−' : ''}£${Math.abs(value).toLocaleString('en-GB')}`;
    default:
      return value.toLocaleString('en-GB');
  }
}
