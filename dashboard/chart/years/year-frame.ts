import { extent } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { LABEL_ROOM, LINE_ROOM } from '../line-labels.ts';
import { linesWith, type ResultYear } from './lines.ts';

/** Where things lie in a picture of years: pixels of places in the list of years and of values. */
export type YearFrame = {
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Pixels between two years. */
  readonly step: number;
  /** Whether there is room for names beside the lines; else the key below names them. */
  readonly named: boolean;
};

const NARROW = 520;
/** Room for years below the picture, and for the word under those that Covid has touched. */
const YEARS = 36;
const COVID = 16;

export function yearFrame(years: readonly ResultYear[], width: number): YearFrame {
  const named = width - LABEL_ROOM >= LINE_ROOM;
  const height = width < NARROW ? 340 : 420;
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
