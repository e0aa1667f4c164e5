import { type LevelShift, levelShiftIn } from './level-shift.ts';
import { withoutOutliers } from './outliers.ts';
import { additiveSeasonOf, NO_SEASON, withoutSeason, withSeason } from './season/indices.ts';
import { isSeasonal } from './season/is-seasonal.ts';

/** A history made ready for fitting: outliers moved in and months before a step of the level moved to the new one. */
export type Steady = { readonly values: readonly number[]; readonly shift: LevelShift | null };

export function steadied(values: readonly number[]): Steady {
  const logarithmic = Math.min(...values) > 0;
  const scaled = logarithmic ? values.map(Math.log) : values;
  const season = isSeasonal(scaled) ? additiveSeasonOf(scaled) : NO_SEASON;
  const level = withoutSeason(season, scaled);
  const shift = levelShiftIn(level);
  const moved =
    shift === null ? level : level.map((value, place) => (place < shift.place ? value + shift.size : value));
  const calm = withoutOutliers(moved);
  // Untouched months keep their figure to the last digit.
  const touched = withSeason(season, calm);
  const steady = values.map((value, place) => {
    const unchanged = calm[place] === level[place];
    const made = touched[place] ?? Number.NaN;
    return unchanged ? value : logarithmic ? Math.exp(made) : made;
  });
  return { values: steady, shift };
}
