import { area, line } from 'd3-shape';
import { svg } from '../dom/element.ts';
import { lineValueText } from '../words/line-value.ts';
import { placeInTime } from '../words/period.ts';
import { axisTitle } from './axis-title.ts';
import type { ChartLine, LinesOf } from './line.ts';
import { endLabels, type LineEnd } from './line-labels.ts';
import { timeAxis, valueAxis } from './lines-axes.ts';
import { type LinesFrame, linesFrame } from './lines-frame.ts';

/** Lines over months or years as a picture of a given width, with its description for who cannot see it. */
export function linesChart(of: LinesOf, width: number, description: string): SVGSVGElement {
  const frame = linesFrame(of, width);
  const about = {
    class: frame.named ? 'chart chart-named' : 'chart',
    role: 'img',
    'aria-label': description,
  };
  return svg(
    'svg',
    { ...about, viewBox: `0 0 ${width} ${frame.height}`, width, height: frame.height },
    axisTitle(of.axis, width),
    rangeOf(of, frame),
    valueAxis(of.unit, frame),
    timeAxis(of.lines, frame),
    marksOf(of, frame),
    of.lines.map((each) => lineOf(each, frame)),
    frame.named ? endLabels(endsOf(of, frame), frame) : null,
  );
}

type Placed = { readonly x: number; readonly y: number | null };

function lineOf({ look, points }: ChartLine, { x, y }: LinesFrame): SVGElement[] {
  const placed = points.flatMap(({ period, value }): Placed[] => {
    const at = placeInTime(period);
    return at === undefined ? [] : [{ x: x(at), y: value === null ? null : y(value) }];
  });
  const path = line<Placed>()
    .defined((each) => each.y !== null)
    .x((each) => each.x)
    .y((each) => each.y ?? 0);
  const few = placed.filter((each) => each.y !== null).length <= 12;
  return [
    svg('path', { class: `line look-${look}`, d: path(placed) ?? '' }),
    ...(few
      ? placed.flatMap((each) =>
          each.y === null ? [] : [svg('circle', { class: `dot look-${look}`, cx: each.x, cy: each.y, r: 4 })],
        )
      : []),
  ];
}

function endsOf({ lines, unit }: LinesOf, { x, y }: LinesFrame): readonly LineEnd[] {
  return lines.flatMap(({ name, look, points }) => {
    const last = points.findLast(({ value }) => value !== null);
    const at = last && placeInTime(last.period);
    if (last?.value == null || at === undefined) return [];
    const figure = lineValueText(last.value, unit);
    return [{ name, figure, look: `look-${look}`, x: x(at), y: y(last.value) }];
  });
}

function rangeOf({ range = [] }: LinesOf, { x, y }: LinesFrame): SVGElement[] {
  if (range.length === 0) return [];
  const placed = range.flatMap((each) => {
    const at = placeInTime(each.period);
    return at === undefined ? [] : [{ ...each, at }];
  });
  const path = area<(typeof placed)[number]>()
    .x(({ at }) => x(at))
    .y0(({ lower }) => y(lower))
    .y1(({ upper }) => y(upper));
  return [svg('path', { class: 'band band-80', d: path(placed) ?? '' })];
}

function marksOf({ marks = [] }: LinesOf, { x, top, bottom, right }: LinesFrame): SVGElement[] {
  return marks.flatMap(({ period, text }) => {
    const at = placeInTime(period);
    if (at === undefined) return [];
    const near = x(at) > right - 160;
    return [
      svg(
        'g',
        { class: 'moment' },
        svg('line', { x1: x(at), x2: x(at), y1: top, y2: bottom }),
        svg(
          'text',
          { x: x(at) + (near ? -6 : 6), y: bottom - 8, 'text-anchor': near ? 'end' : 'start' },
          text,
        ),
      ),
    ];
  });
}
