import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Unit } from '../../../shared/catalogue/metric.ts';
import { outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import type { GapYear } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { svg } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';
import { type LineId, linesWith } from './lines.ts';

const NARROW = 520;

/** Results by school year as lines; a year without results is hatched, and no line runs through it. */
export function yearChart(
  years: readonly GapYear[],
  { unit, axis }: { readonly unit: Unit; readonly axis: string },
  width: number,
  description: string,
): SVGSVGElement {
  const height = width < NARROW ? 340 : 420;
  const [left, right, top, bottom] = [60, width - 20, 34, height - 36];
  const shown = linesWith(years);
  const values = shown.flatMap(({ of }) => years.flatMap((year) => of(year) ?? []));
  const [low = 0, high = 1] = extent(values);
  const y = scaleLinear([low ?? 0, high ?? 1], [bottom, top]).nice(5);
  const x = scaleLinear([-0.5, Math.max(0.5, years.length - 0.5)], [left, right]);
  const step = x(1) - x(0);
  const every = Math.ceil(62 / step);
  return svg(
    'svg',
    {
      ...{ class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height },
      ...{ role: 'img', 'aria-label': description },
    },
    svg('text', { class: 'axis-title', x: 2, y: 14 }, axis),
    years.map((year, at) =>
      year.council.value === null && year.why !== null
        ? svg(
            'g',
            { class: 'missing' },
            svg('rect', { x: x(at) - step / 2, y: top, width: step, height: bottom - top }),
            svg(
              'text',
              { transform: `translate(${x(at) + 4} ${top + 8}) rotate(-90)`, 'text-anchor': 'end' },
              `${yearText(year.period)}: no results`,
            ),
          )
        : null,
    ),
    y
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
          svg('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, outcomeText(value, unit)),
        ),
      ),
    years.map((year, at) =>
      (years.length - 1 - at) % every === 0
        ? svg(
            'g',
            { class: 'axis' },
            svg('line', { x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
            svg('text', { x: x(at), y: bottom + 21, 'text-anchor': 'middle' }, yearText(year.period)),
          )
        : null,
    ),
    shown.toReversed().map(({ id, of }) => {
      const path = line<GapYear>()
        .defined((year) => of(year) !== null)
        .x((_, at) => x(at))
        .y((year) => y(of(year) ?? 0));
      return [
        svg('path', { class: `line year-line-${id}`, d: path([...years]) ?? '' }),
        years.flatMap((year, at) => {
          const value = of(year);
          return value === null ? [] : [mark(id, x(at), y(value), year.period, value)];
        }),
      ];
    }),
  );
}

/** Lines differ by dash and by mark, never by colour alone. */
function mark(id: LineId, x: number, y: number, period: string, value: number): SVGElement {
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
