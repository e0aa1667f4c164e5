import type { Unit } from '../../shared/catalogue/metric.ts';
import { svg } from '../dom/element.ts';
import { axes } from './axes.ts';
import { axisTitle } from './axis-title.ts';
import { frameFor } from './frame.ts';
import { labels } from './labels.ts';
import { bands, gapMarks, marked } from './marks.ts';
import type { ChartRow } from './rows.ts';

/** What a chart is of: the name of its value axis and the unit of its figures. */
export type Charted = { readonly axis: string; readonly unit: Unit };

/** Actual, plan and forecast over time as a picture of a given width, with its description for who cannot see it. */
export function chart(
  rows: readonly ChartRow[],
  { axis, unit }: Charted,
  width: number,
  description: string,
): SVGSVGElement {
  const frame = frameFor(rows, width);
  return svg(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${frame.width} ${frame.height}`,
      width: frame.width,
      height: frame.height,
      role: 'img',
      'aria-label': description,
    },
    axisTitle(axis, frame.width),
    bands(rows, frame),
    axes(rows, unit, frame),
    gapMarks(rows, frame),
    marked('plan', rows, ({ plan }) => plan, frame),
    marked('forecast', rows, ({ forecast }) => forecast?.value ?? null, frame),
    marked('actual', rows, ({ actual }) => actual, frame),
    labels(rows, unit, frame),
  );
}
