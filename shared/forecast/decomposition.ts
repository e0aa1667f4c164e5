import { type Month, monthIndex } from '../period/month.ts';
import { YEAR } from './season/indices.ts';
import { at, sequence } from './sequence.ts';

type Expected = { readonly period: Month; readonly value: number };

/** A forecast's first year as a level, so much more each month, and a season: their sum is the forecast. */
export type Decomposition = {
  /** Without its season, in the last month that is known. */
  readonly level: number;
  /** The change a month. */
  readonly trend: number;
  /** By how much each calendar month lies above or below, January first; null without a season or a whole year. */
  readonly season: readonly number[] | null;
};

/**
 * What a forecast's points say in parts. The trend is the change from its first month to the same month a year
 * later, where it reaches so far; on a forecast without a season, to its last month within a year.
 */
export function decomposed(points: readonly Expected[], seasonal: boolean): Decomposition {
  const values = points.slice(0, YEAR + 1).map(({ value }) => value);
  const months = Math.min(YEAR, values.length);
  const last = values.length - 1;
  // Divided before anything is added: figures near the ends of what a number can hold stay finite.
  const trend = last === 0 || (seasonal && last < YEAR) ? 0 : at(values, last) / last - at(values, 0) / last;
  const level = sequence(
    months,
    (ahead) => at(values, ahead) / months - (trend * (ahead + 1)) / months,
  ).reduce((sum, part) => sum + part, 0);
  if (!seasonal || values.length < YEAR) return { level, trend, season: null };
  const season = sequence(YEAR, () => 0);
  points.slice(0, YEAR).forEach(({ period, value }, ahead) => {
    season[monthIndex(period) % YEAR] = value - level - trend * (ahead + 1);
  });
  return { level, trend, season };
}

/** The calendar months, 0–11, in which a season is highest and lowest. */
export function extremesOf(season: readonly number[]): { readonly highest: number; readonly lowest: number } {
  return {
    highest: season.indexOf(Math.max(...season)),
    lowest: season.indexOf(Math.min(...season)),
  };
}
