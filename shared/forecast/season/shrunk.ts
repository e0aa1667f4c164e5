import type { Method } from '../methods/method.ts';
import { at, sequence } from '../sequence.ts';
import { mean, sum } from '../statistics.ts';
import { adjusted } from './adjusted.ts';
import { additiveSeasonOf, centredMean, type Season, YEAR } from './indices.ts';

/**
 * The season by decomposition, drawn towards none as far as its twelve differences cannot be told from chance:
 * the James–Stein estimator of Miller and Williams (2003). A series without a season gets hardly any.
 */
export function shrunkSeasonOf(values: readonly number[]): Season {
  const season = additiveSeasonOf(values);
  if (season.kind === 'none') return season;
  const trend = centredMean(values);
  const months = sequence(YEAR, (month) =>
    values.flatMap((value, place) => {
      const difference = value - at(trend, place);
      return place % YEAR === month && Number.isFinite(difference) ? [difference] : [];
    }),
  );
  const free = sum(months.map((month) => month.length - 1));
  const squares = sum(
    months.map((month) => {
      const centre = mean(month);
      return sum(month.map((difference) => (difference - centre) ** 2));
    }),
  );
  // The variance of a month's mean difference; one year apart tells nothing of it.
  const chance = free > 0 ? squares / free / (free / YEAR + 1) : 0;
  const size = sum(season.indices.map((index) => index ** 2));
  const kept = size > 0 ? Math.max(0, 1 - ((YEAR - 3) * chance) / size) : 0;
  return { kind: 'additive', indices: season.indices.map((index) => index * kept) };
}

/** A method fitted to the series less its shrunk season. No test: shrinkage decides by degrees. */
export function shrunkSeason(method: Method): Method {
  return adjusted(method, shrunkSeasonOf, () => true);
}

/** The same where the series is clearly seasonal, untouched elsewhere. */
export function shrunkWhereSeasonal(method: Method): Method {
  return adjusted(method, shrunkSeasonOf);
}
