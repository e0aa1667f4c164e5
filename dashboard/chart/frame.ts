import { extent } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Month } from '../../shared/period/month.ts';
import { chartHeight, WIDE } from './chart-height.ts';
import { type ChartRow, monthsFrom } from './rows.ts';

/** Where things lie in a chart: its size in pixels and the places of months and values. */
export type Frame = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (month: Month) => number;
  readonly y: ScaleLinear<number, number>;
  /** Pixels between two months. */
  readonly step: number;
};

/** The frame that holds all rows at a width. The value axis is cut to the figures, as a line may be; the page says so. */
export function frameFor(rows: readonly ChartRow[], width: number): Frame {
  const height = chartHeight(width);
  // Room for the longest value of an axis: `−£28.25m`.
  const left = 68;
  const right = width - (width < WIDE ? 14 : 22);
  const top = 34;
  const bottom = height - 36;
  const values = rows.flatMap(({ actual, plan, forecast }) =>
    [actual, plan, forecast?.lower95, forecast?.upper95].filter((value) => value != null),
  );
  const [low = 0, high = 1] = extent(values);
  const y = scaleLinear([low ?? 0, high ?? 1], [bottom, top]).nice(5);
  const first = rows[0]?.month;
  const months = scaleLinear([0, Math.max(1, rows.length - 1)], [left + 8, right]);
  return {
    ...{ width, height, left, right, top, bottom, y },
    x: (month) => months(first ? monthsFrom(first, month) : 0),
    step: months(1) - months(0),
  };
}
