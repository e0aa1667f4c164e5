import { at, sequence } from '../sequence.ts';
import { mean } from '../statistics.ts';

export const YEAR = 12;

export type Season = {
  readonly kind: 'multiplicative' | 'additive' | 'none';
  /** Twelve factors with mean 1, or twelve differences with mean 0; the first belongs to the first month of the series. */
  readonly indices: readonly number[];
};

export const NO_SEASON: Season = { kind: 'none', indices: [] };

/** The season of at least two years of months by classical decomposition: multiplicative where all values are positive. */
export function seasonOf(values: readonly number[]): Season {
  if (values.length < 2 * YEAR || Math.min(...values) <= 0) return additiveSeasonOf(values);
  const trend = centredMean(values);
  const indices = monthlyMeans(values, (value, place) => value / at(trend, place));
  const level = mean(indices);
  return { kind: 'multiplicative', indices: indices.map((index) => index / level) };
}

/** The same as differences, whatever the signs: for logarithms, log odds and balances. */
export function additiveSeasonOf(values: readonly number[]): Season {
  if (values.length < 2 * YEAR) return NO_SEASON;
  const trend = centredMean(values);
  const indices = monthlyMeans(values, (value, place) => value - at(trend, place));
  const level = mean(indices);
  return { kind: 'additive', indices: indices.map((index) => index - level) };
}

/** The values without their season. */
export function withoutSeason(season: Season, values: readonly number[]): number[] {
  if (season.kind === 'none') return [...values];
  return values.map((value, place) => {
    const index = at(season.indices, place % YEAR);
    return season.kind === 'multiplicative' ? value / index : value - index;
  });
}

/** The mean over a year around each month (half weights at its ends); NaN for the first and last six months. */
export function centredMean(values: readonly number[]): number[] {
  return sequence(values.length, (place) => {
    if (place < YEAR / 2 || place + YEAR / 2 >= values.length) return Number.NaN;
    let total = (at(values, place - YEAR / 2) + at(values, place + YEAR / 2)) / 2;
    for (let offset = 1 - YEAR / 2; offset < YEAR / 2; offset++) total += at(values, place + offset);
    return total / YEAR;
  });
}

function monthlyMeans(
  values: readonly number[],
  relative: (value: number, place: number) => number,
): number[] {
  const totals = sequence(YEAR, () => 0);
  const counts = sequence(YEAR, () => 0);
  values.forEach((value, place) => {
    const found = relative(value, place);
    if (!Number.isFinite(found)) return;
    const month = place % YEAR;
    totals[month] = at(totals, month) + found;
    counts[month] = at(counts, month) + 1;
  });
  return totals.map((total, month) => total / at(counts, month));
}

/** Adjusted values with their season again. */
export function withSeason(season: Season, levels: readonly number[]): number[] {
  if (season.kind === 'none') return [...levels];
  return levels.map((level, place) => {
    const index = at(season.indices, place % YEAR);
    return season.kind === 'multiplicative' ? level * index : level + index;
  });
}
