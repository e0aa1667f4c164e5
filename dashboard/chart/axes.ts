import { monthIndex } from '../../shared/period/month.ts';
import { svg } from '../dom/element.ts';
import type { Frame } from './frame.ts';
import type { ChartRow } from './rows.ts';
import { shortMonth } from './short-month.ts';

const LABEL_WIDTH = 64;

/** Lines and labels of the values, months below. */
export function axes(rows: readonly ChartRow[], frame: Frame): readonly SVGElement[] {
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
          svg('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, value.toLocaleString('en-GB')),
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
