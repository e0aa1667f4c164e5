import { scaleLinear } from 'd3-scale';
import { outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import { svg } from '../../dom/element.ts';
import { WIDE } from '../chart-height.ts';
import { wrapped } from '../wrapped.ts';

/** One row: what it is of, and up to three shares, each with its own mark. */
export type ChartLine = {
  readonly label: string;
  readonly marks: readonly { readonly series: 'own' | 'other' | 'third'; readonly value: number }[];
};

const ROW = 46;
const TOP = 30;
/** Room for a figure beside the outermost mark. */
const FIGURE = 58;
const LETTER_SIZE = 14;
const SMALL = 12;
/** Width of a letter by its size, on the wide side. */
const LETTER_WIDTH = 0.55;
/** Least room for rows beside their labels; where there is less, labels stand above them. */
const ROWS = 400;

/** How high a chart of so many rows is, in pixels, however wide it is. */
export function rowChartHeight(rows: number): number {
  return TOP + rows * ROW + 8;
}

/** Shares beside each other in rows, joined where they belong together. */
export function rowChart(lines: readonly ChartLine[], width: number, description: string): SVGSVGElement {
  const values = lines.flatMap(({ marks }) => marks.map(({ value }) => value));
  const column = Math.max(...lines.map(({ label }) => label.length)) * LETTER_SIZE * LETTER_WIDTH + 12;
  const beside = width - column >= ROWS;
  const left = beside ? column : 0;
  const x = scaleLinear(
    [Math.min(1, ...values), Math.max(0, ...values)],
    [left + FIGURE, width - FIGURE],
  ).nice(5);
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
      .ticks(width < WIDE ? 3 : 5)
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
      const y = TOP + at * ROW + (beside ? 23 : 30);
      const [low, high] = [
        Math.min(...marks.map(({ value }) => value)),
        Math.max(...marks.map(({ value }) => value)),
      ];
      return svg(
        'g',
        {},
        rowLabel(label, beside ? y + 5 : y - 12, beside ? left : width),
        marks.length > 1 ? svg('line', { class: 'row-link', x1: x(low), x2: x(high), y1: y, y2: y }) : null,
        figures(marks, x, y),
        // The council's own lies over what it equals, and lets it show around itself.
        marks.toReversed().map(({ series, value }) => mark(series, x(value), y)),
      );
    }),
  );
}

/** A label that is too long for its room is smaller and in two rows, the last at the height that is given. */
function rowLabel(label: string, y: number, room: number): readonly SVGElement[] {
  const letters = (size: number) => Math.floor((room - 8) / (size * LETTER_WIDTH));
  const size = label.length <= letters(LETTER_SIZE) ? LETTER_SIZE : SMALL;
  const rows = wrapped(label.split(' '), letters(size));
  return rows.map((row, at) =>
    svg('text', { class: 'row-label', x: 4, y: y - (rows.length - 1 - at) * SMALL, 'font-size': size }, row),
  );
}

/** The figures of a pair, outside of its marks: between three there is no room. */
function figures(marks: ChartLine['marks'], x: (value: number) => number, y: number): readonly SVGElement[] {
  if (marks.length > 2) return [];
  return marks
    .toSorted((a, b) => a.value - b.value)
    .map(({ series, value }, at) => {
      const isLeft = at === 0 && marks.length === 2;
      return svg(
        'text',
        {
          class: `row-figure row-figure-${series}`,
          ...{ x: x(value) + (isLeft ? -12 : 12), y: y + 5, 'text-anchor': isLeft ? 'end' : 'start' },
        },
        outcomeText(value, 'ratio'),
      );
    });
}

function mark(series: 'own' | 'other' | 'third', x: number, y: number): SVGElement {
  if (series === 'own') return svg('circle', { class: 'row-own', cx: x, cy: y, r: 5.5 });
  if (series === 'other')
    return svg('rect', { class: 'row-other', x: x - 6, y: y - 6, width: 12, height: 12 });
  return svg('path', { class: 'row-third', d: `M${x} ${y - 7}L${x + 7} ${y}L${x} ${y + 7}L${x - 7} ${y}Z` });
}
