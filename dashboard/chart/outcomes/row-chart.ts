import { scaleLinear } from 'd3-scale';
import { svg } from '../../dom/element.ts';

/** One row: what it is of, and up to three shares, each with its own mark. */
export type ChartLine = {
  readonly label: string;
  readonly marks: readonly { readonly series: 'own' | 'other' | 'third'; readonly value: number }[];
};

const ROW = 46;
const TOP = 30;

/** How high a chart of so many rows is, in pixels, however wide it is. */
export function rowChartHeight(rows: number): number {
  return TOP + rows * ROW + 8;
}

/** Shares beside each other in rows, joined where they belong together. */
export function rowChart(lines: readonly ChartLine[], width: number, description: string): SVGSVGElement {
  const values = lines.flatMap(({ marks }) => marks.map(({ value }) => value));
  const x = scaleLinear([Math.min(1, ...values), Math.max(0, ...values)], [16, width - 24]).nice(5);
  const height = rowChartHeight(lines.length);
  return svg(
    'svg',
    {
      class: 'chart row-chart',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': description,
    },
    x
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: x(value), x2: x(value), y1: TOP - 6, y2: height }),
          svg(
            'text',
            { x: x(value), y: 16, 'text-anchor': 'middle' },
            `${Number((value * 100).toFixed(1))}%`,
          ),
        ),
      ),
    lines.map(({ label, marks }, at) => {
      const y = TOP + at * ROW + 30;
      const [low, high] = [
        Math.min(...marks.map(({ value }) => value)),
        Math.max(...marks.map(({ value }) => value)),
      ];
      return svg(
        'g',
        {},
        svg('text', { class: 'row-label', x: 4, y: y - 12 }, label),
        marks.length > 1 ? svg('line', { class: 'row-link', x1: x(low), x2: x(high), y1: y, y2: y }) : null,
        marks.map(({ series, value }) => mark(series, x(value), y)),
      );
    }),
  );
}

function mark(series: 'own' | 'other' | 'third', x: number, y: number): SVGElement {
  if (series === 'own') return svg('circle', { class: 'row-own', cx: x, cy: y, r: 6.5 });
  if (series === 'other')
    return svg('rect', { class: 'row-other', x: x - 6, y: y - 6, width: 12, height: 12 });
  return svg('path', { class: 'row-third', d: `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z` });
}
