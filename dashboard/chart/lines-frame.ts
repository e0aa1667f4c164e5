import { extent } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { placeInTime } from '../words/period.ts';
import { chartHeight } from './chart-height.ts';
import type { LinesOf } from './line.ts';
import { hasLabelRoom, LABEL_ROOM } from './line-labels.ts';

/** Where things lie in a picture of lines: pixels of months (counted from the year 0) and of values. */
export type LinesFrame = {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Whether there is room for names beside the lines; else the key below names them. */
  readonly named: boolean;
};

export function linesFrame(
  { lines, range = [], marks = [], zero = false }: LinesOf,
  width: number,
): LinesFrame {
  const named = hasLabelRoom(width);
  const height = chartHeight(width);
  const [left, top, bottom] = [72, 34, height - 36];
  const right = width - (named ? LABEL_ROOM : 14);
  const values = [
    ...lines.flatMap(({ points }) => points.flatMap(({ value }) => value ?? [])),
    ...range.flatMap(({ lower, upper }) => [lower, upper]),
    ...(zero ? [0] : []),
  ];
  const places = [...lines.flatMap(({ points }) => points), ...marks].flatMap(
    ({ period }) => placeInTime(period) ?? [],
  );
  const [low = 0, high = 1] = extent(values);
  const [first = 0, last = 1] = extent(places);
  return {
    ...{ height, left, right, top, bottom, named },
    x: scaleLinear([first, Math.max(last, first + 1)], [left + 10, right - 6]),
    y: scaleLinear([low, high], [bottom, top]).nice(5),
  };
}
