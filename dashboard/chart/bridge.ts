import { scaleLinear } from 'd3-scale';
import { monthAt } from '../../shared/period/month.ts';
import type { BridgeItem } from '../api/bridge.ts';
import { svg } from '../dom/element.ts';
import { placeInTime } from '../words/period.ts';
import { chartHeight } from './chart-height.ts';
import { shortMonth } from './short-month.ts';

const LABEL_WIDTH = 66;

/**
 * What came above the line and what went below it, month by month, and what neither explains hatched beside them. A
 * month of which only the change is known is an outline; one of which nothing is known is a gap.
 */
export function bridgeChart(
  months: readonly BridgeItem[],
  width: number,
  description: string,
): SVGSVGElement {
  const height = chartHeight(width);
  const [left, top, bottom] = [64, 30, height - 36];
  const right = width - 14;
  const came = (month: BridgeItem) => (month.newPlans ?? 0) + (month.transferredIn ?? 0);
  const went = (month: BridgeItem) => month.ceased ?? 0;
  const rest = (month: BridgeItem) => month.unexplained ?? netOf(month) ?? 0;
  const most = Math.max(10, ...months.map((month) => came(month) + Math.max(0, rest(month))));
  const least = Math.min(0, ...months.map((month) => -went(month) + Math.min(0, rest(month))));
  const y = scaleLinear([least, most], [bottom, top]).nice(5);
  const step = (right - left) / Math.max(1, months.length);
  const bar = Math.max(2, Math.min(28, step * 0.7));
  const every = [1, 3, 6, 12].find((each) => each * step >= LABEL_WIDTH) ?? 24;
  const rect = (name: string, x: number, from: number, to: number) =>
    from === to
      ? null
      : svg('rect', {
          ...{ class: `bridge bridge-${name}`, x, width: bar },
          ...{ y: Math.min(y(from), y(to)), height: Math.abs(y(from) - y(to)) },
        });
  return svg(
    'svg',
    {
      ...{ class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'img', 'aria-label': description },
    },
    svg('text', { class: 'axis-title', x: 2, y: 14 }, 'Plans in a month'),
    y
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: value === 0 ? 'axis axis-zero' : 'axis' },
          svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
          svg(
            'text',
            { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' },
            value.toLocaleString('en-GB').replace('-', '−'),
          ),
        ),
      ),
    months.map((month, at) => {
      const x = left + at * step + (step - bar) / 2;
      const place = placeInTime(month.period) ?? 0;
      const known = month.unexplained !== null;
      const parts = month.newPlans ?? 0;
      return svg(
        'g',
        {},
        rect('new', x, 0, parts),
        rect('transferred', x, parts, came(month)),
        rect('ceased', x, 0, -went(month)),
        rest(month) >= 0
          ? rect(known ? 'unexplained' : 'net', x, came(month), came(month) + rest(month))
          : rect(known ? 'unexplained' : 'net', x, -went(month), -went(month) + rest(month)),
        place % every === 0
          ? svg(
              'text',
              { class: 'axis-text', x: x + bar / 2, y: bottom + 21, 'text-anchor': 'middle' },
              shortMonth(monthAt(place)),
            )
          : null,
      );
    }),
  );
}

/** By how much open plans changed where the month's flows are not known; null where they are, or the change is not. */
export function netOf({ opening, closing, newPlans, transferredIn, ceased }: BridgeItem): number | null {
  if (opening === null || closing === null) return null;
  return newPlans === null && transferredIn === null && ceased === null ? closing - opening : null;
}
