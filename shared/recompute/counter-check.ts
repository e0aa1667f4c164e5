import { dimensionsId } from '../facts/cell.ts';
import { heldByCounterMeasures } from '../rating/counter-measures.ts';
import type { AreaSeries } from './figures.ts';
import { judgementsByPeriod, type SeriesRatings } from './judge.ts';

type Rated = AreaSeries & { readonly ratings: SeriesRatings };

/** Ratings of a series held against the measures that must not worsen for its sake, of the same split. */
export function checkCounterMeasures(
  { definition, series, ratings }: Rated,
  all: readonly Rated[],
): SeriesRatings {
  const { mustNotWorsen = [] } = definition;
  if (mustNotWorsen.length === 0) return ratings;
  const dimensions = dimensionsId(series.dimensions);
  const counters = mustNotWorsen.flatMap((metric) => {
    const found = all.find(
      (each) => each.definition.id === metric && dimensionsId(each.series.dimensions) === dimensions,
    );
    return found
      ? [{ metric, name: found.definition.shortName, rated: judgementsByPeriod(found.ratings) }]
      : [];
  });
  return {
    plan: heldByCounterMeasures(ratings.plan, counters),
    limit: heldByCounterMeasures(ratings.limit, counters),
  };
}
