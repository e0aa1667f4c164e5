import { NO_SEASON, seasonOf, withoutSeason, YEAR } from '../../season/indices.ts';
import { at } from '../../sequence.ts';
import { mean } from '../../statistics.ts';
import { lineThrough } from '../line.ts';
import type { EtsForm, EtsStates } from './form.ts';

/** First states by the usual heuristic: the season by decomposition, level and slope from a line through the first adjusted year. */
export function firstStates(values: readonly number[], form: EtsForm): EtsStates {
  const neutral = form.kind === 'multiplicative' ? 1 : 0;
  const shifted = form.kind === 'additive' && form.season ? asAdditive(values) : values;
  const season = form.season ? seasonOf(shifted) : NO_SEASON;
  const indices = new Float64Array(YEAR).fill(neutral);
  season.indices.forEach((index, month) => {
    indices[month] = index;
  });
  const opening = withoutSeason(season, shifted).slice(0, YEAR);
  const { intercept, slope } = lineThrough(opening);
  const offset = at(values, 0) - at(shifted, 0);
  const level = intercept - slope + offset;
  // Relative errors need a positive level: a steep opening is then taken as flat.
  if (form.kind === 'multiplicative' && !(level > 0))
    return { level: mean(opening), slope: 0, season: indices };
  return { level, slope: form.trend ? slope : 0, season: indices };
}

/** Moved so far down that the decomposition takes the additive way. */
function asAdditive(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  return values.map((value) => value - highest);
}
