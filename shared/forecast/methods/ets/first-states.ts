import { additiveSeasonOf, NO_SEASON, seasonOf, withoutSeason, YEAR } from '../../season/indices.ts';
import { mean } from '../../statistics.ts';
import { lineThrough } from '../line.ts';
import type { EtsForm, EtsStates } from './form.ts';

/** First states by the usual heuristic: the season by decomposition, level and slope from a line through the first adjusted year. */
export function firstStates(values: readonly number[], form: EtsForm): EtsStates {
  const multiplicative = form.kind === 'multiplicative';
  const season = form.season ? (multiplicative ? seasonOf(values) : additiveSeasonOf(values)) : NO_SEASON;
  const indices = new Float64Array(YEAR).fill(multiplicative ? 1 : 0);
  season.indices.forEach((index, month) => {
    indices[month] = index;
  });
  const opening = withoutSeason(season, values).slice(0, YEAR);
  const { intercept, slope } = lineThrough(opening);
  const level = intercept - slope;
  // Relative errors need a positive level: a steep opening is then taken as flat.
  if (multiplicative && !(level > 0)) return { level: mean(opening), slope: 0, season: indices };
  return { level, slope: form.trend ? slope : 0, season: indices };
}
