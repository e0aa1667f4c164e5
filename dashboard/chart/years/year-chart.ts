import { line } from 'd3-shape';
import type { Unit } from '../../../shared/catalogue/metric.ts';
import { outcomeText } from '../../../shared/outcomes/outcome-text.ts';
import { svg } from '../../dom/element.ts';
import { yearText } from '../../words/outcomes.ts';
import { axisTitle } from '../axis-title.ts';
import { endLabels, type LineEnd } from '../line-labels.ts';
import { type LineId, linesWith, type ResultYear } from './lines.ts';
import { yearBands } from './year-bands.ts';
import { type YearFrame, yearFrame } from './year-frame.ts';
import { yearMark } from './year-marks.ts';

/** What is drawn: years of one result, the oldest first, and whose figures its lines are. */
export type ResultYears = {
  /** Name of the value axis. */
  readonly axis: string;
  readonly unit: Unit;
  readonly years: readonly ResultYear[];
  readonly names: Readonly<Record<LineId, string>>;
};

/** Room for a year below the picture, `2024/25`. */
const LABEL_WIDTH = 62;

/** Results by year as lines; a year without results is grey, and no line runs through it. */
export function yearChart(of: ResultYears, width: number, description: string): SVGSVGElement {
  const { years, axis } = of;
  const frame = yearFrame(years, width);
  const { height, named } = frame;
  const shown = linesWith(years);
  return svg(
    'svg',
    {
      class: named ? 'chart chart-named' : 'chart',
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': description },
    },
    axisTitle(axis, width),
    yearBands(years, frame),
    axes(of, frame),
    shown.toReversed().map((id) => lineOf(id, years, frame)),
    named
      ? endLabels(
          shown.flatMap((id) => endOf(id, of, frame)),
          frame,
        )
      : null,
  );
}

function axes({ years, unit }: ResultYears, frame: YearFrame): readonly SVGElement[] {
  const { x, y, left, right, bottom, step } = frame;
  const every = Math.ceil(LABEL_WIDTH / step);
  return [
    ...y
      .ticks(5)
      .map((value) =>
        svg(
          'g',
          { class: 'axis' },
          svg('line', { x1: left, x2: right, y1: y(value), y2: y(value) }),
          svg('text', { x: left - 8, y: y(value) + 4, 'text-anchor': 'end' }, outcomeText(value, unit)),
        ),
      ),
    ...years.flatMap(({ period }, at) =>
      (years.length - 1 - at) % every === 0
        ? [
            svg(
              'g',
              { class: 'axis' },
              svg('line', { x1: x(at), x2: x(at), y1: bottom, y2: bottom + 5 }),
              svg('text', { x: x(at), y: bottom + 21, 'text-anchor': 'middle' }, yearText(period)),
            ),
          ]
        : [],
    ),
  ];
}

function lineOf(id: LineId, years: readonly ResultYear[], { x, y }: YearFrame): readonly SVGElement[] {
  const path = line<ResultYear>()
    .defined(({ values }) => values[id] !== null)
    .x((_, at) => x(at))
    .y(({ values }) => y(values[id] ?? 0));
  return [
    svg('path', { class: `line year-line-${id}`, d: path([...years]) ?? '' }),
    ...years.flatMap(({ period, values: { [id]: value } }, at) =>
      value === null ? [] : [yearMark(id, { x: x(at), y: y(value), period, value })],
    ),
  ];
}

function endOf(id: LineId, { years, names, unit }: ResultYears, { x, y }: YearFrame): readonly LineEnd[] {
  const at = years.findLastIndex(({ values }) => values[id] !== null);
  const value = years[at]?.values[id];
  if (value == null) return [];
  const figure = outcomeText(value, unit);
  return [{ name: names[id], figure, look: `year-label-${id}`, x: x(at), y: y(value) }];
}
