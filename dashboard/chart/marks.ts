import { area, line } from 'd3-shape';
import { svg } from '../dom/element.ts';
import type { Frame } from './frame.ts';
import { type ChartRow, gaps } from './rows.ts';
import { shortMonth } from './short-month.ts';

type Value = (row: ChartRow) => number | null;

/** The bands in which the forecast expects the figures: from the last figure, where they are one, outwards. */
export function bands(rows: readonly ChartRow[], { x, y }: Frame): readonly SVGElement[] {
  const last = rows.findLast(({ actual }) => actual !== null);
  const from = rows.filter((row) => row === last || row.forecast !== null);
  const band = (name: string, lower: Value, upper: Value) =>
    svg('path', {
      class: `band ${name}`,
      d:
        area<ChartRow>()
          .x(({ month }) => x(month))
          .y0((row) => y(lower(row) ?? row.actual ?? 0))
          .y1((row) => y(upper(row) ?? row.actual ?? 0))([...from]) ?? '',
    });
  return [
    band(
      'band-95',
      ({ forecast }) => forecast?.lower95 ?? null,
      ({ forecast }) => forecast?.upper95 ?? null,
    ),
    band(
      'band-80',
      ({ forecast }) => forecast?.lower80 ?? null,
      ({ forecast }) => forecast?.upper80 ?? null,
    ),
  ];
}

/** A line that breaks where there is no figure, with a mark at each figure. */
export function marked(
  name: 'actual' | 'plan' | 'forecast',
  rows: readonly ChartRow[],
  value: Value,
  frame: Frame,
): readonly SVGElement[] {
  const { x, y } = frame;
  const path = line<ChartRow>()
    .defined((row) => value(row) !== null)
    .x(({ month }) => x(month))
    .y((row) => y(value(row) ?? 0));
  return [
    svg('path', { class: `line line-${name}`, d: path([...rows]) ?? '' }),
    ...rows.flatMap((row) => {
      const at = value(row);
      if (at === null) return [];
      const data = { 'data-series': name, 'data-period': row.month, 'data-value': at };
      return [mark(name, x(row.month), y(at), data)];
    }),
  ];
}

function mark(
  name: 'actual' | 'plan' | 'forecast',
  x: number,
  y: number,
  data: Readonly<Record<string, string | number>>,
): SVGElement {
  const about = { class: `mark mark-${name}`, ...data };
  if (name === 'plan') return svg('rect', { ...about, x: x - 3.5, y: y - 3.5, width: 7, height: 7 });
  return svg('circle', { ...about, cx: x, cy: y, r: name === 'actual' ? 4.5 : 2.5 });
}

/** Months without a figure, hatched and named: a gap is a gap. */
export function gapMarks(rows: readonly ChartRow[], { x, top, bottom, step }: Frame): readonly SVGElement[] {
  return gaps(rows).map((month) =>
    svg(
      'g',
      { class: 'missing' },
      svg('rect', { x: x(month) - step / 2, y: top, width: step, height: bottom - top }),
      svg(
        'text',
        { transform: `translate(${x(month) + 4} ${top + 8}) rotate(-90)`, 'text-anchor': 'end' },
        `${shortMonth(month)}: not published`,
      ),
    ),
  );
}
