import { svg } from '../../dom/element.ts';
import type { LineId } from './lines.ts';

/** Where a figure lies, in pixels, and which it is. */
type Marked = {
  readonly x: number;
  readonly y: number;
  readonly period: string;
  readonly value: number;
};

/** Lines differ by dash and by mark, never by colour alone. */
export function yearMark(id: LineId, { x, y, period, value }: Marked): SVGElement {
  const about = { class: `year-mark-${id}`, 'data-series': id, 'data-period': period, 'data-value': value };
  switch (id) {
    case 'council':
      return svg('circle', { ...about, cx: x, cy: y, r: 5 });
    case 'complement':
      return svg('circle', { ...about, cx: x, cy: y, r: 4 });
    case 'region':
      return svg('path', { ...about, d: `M${x} ${y - 5}L${x + 5} ${y + 4}H${x - 5}z` });
    case 'national':
      return svg('rect', { ...about, x: x - 4, y: y - 4, width: 8, height: 8 });
    case 'neighbours':
      return svg('path', { ...about, d: `M${x} ${y - 5}L${x + 5} ${y}L${x} ${y + 5}L${x - 5} ${y}z` });
  }
}
