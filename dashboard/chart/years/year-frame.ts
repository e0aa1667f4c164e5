import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { chartHeight } from '../chart-height.ts';
import { hasLabelRoom, LABEL_ROOM } from '../line-labels.ts';
import type { LinesFrame } from '../lines-frame.ts';
import { linesWith, type ResultYear } from './lines.ts';

/** Where things lie in a picture of years: along it lie places in the list of years, not months. */
export type YearFrame = LinesFrame & {
  /** Pixels between two years. */
  readonly step: number;
};

/** Room for years below the picture, and for the word under those that Covid has touched. */
const YEARS = 36;
const COVID = 16;

export function yearFrame(years: readonly ResultYear[], width: number): YearFrame {
  const named = hasLabelRoom(width);
  const height = chartHeight(width);
  const [left, right, top] = [60, width - (named ? LABEL_ROOM : 20), 34];
  const bottom = height - YEARS - (years.some(({ covid }) => covid) ? COVID : 0);
  const [low = 0, high = 1] = extent(
    linesWith(years).flatMap((id) => years.flatMap(({ values }) => values[id] ?? [])),
  );
  const x = scaleLinear([-0.5, Math.max(0.5, years.length - 0.5)], [left, right]);
  return {
    ...{ height, left, right, top, bottom, named, x, step: x(1) - x(0) },
    y: scaleLinear([low, high], [bottom, top]).nice(5),
  };
}
