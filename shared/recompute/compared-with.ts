import { neighboursInUse } from '../catalogue/areas/neighbours-in-use.ts';
import { areaByCode } from '../catalogue/areas.ts';
import type { Point } from '../derive/point.ts';
import { publishedPoints } from '../derive/published.ts';
import { storedPoints } from '../derive/stored.ts';
import type { Dimensions, Level } from '../facts/cell.ts';
import { type Facts, foldFacts } from '../facts/fold.ts';
import { ENGLAND } from '../facts/place.ts';
import { comparePeriods, type Period } from '../period/period.ts';
import type { Known } from './figures.ts';

/** What shows of the places with which a council is compared. */
export type ComparedWith = {
  readonly region: Facts;
  readonly national: Facts;
  readonly neighbours: readonly Facts[];
};

/** A figure to compare with; `n` is of how many councils it is the mean. */
export type ComparatorPoint = Point & { readonly n?: number };

/** The places beside a council whose figures a recompute of it reads: its region, England, its neighbours in use. */
export function placesBeside(area: string): readonly string[] {
  const council = areaByCode(area);
  return council === undefined ? [] : [council.region.code, ENGLAND, ...neighboursInUse(council)];
}

/** Folds what is known of each place with which an area is compared. */
export function comparedWith(area: string, { drops, elsewhere = [] }: Known, knownBy: Date): ComparedWith {
  const council = areaByCode(area);
  const blocks = Map.groupBy(elsewhere, (block) => block.area);
  const factsOf = (place: string): Facts => foldFacts(drops, blocks.get(place) ?? [], knownBy);
  return {
    region: factsOf(council?.region.code ?? ''),
    national: factsOf(ENGLAND),
    neighbours: council === undefined ? [] : neighboursInUse(council).map(factsOf),
  };
}

/** The figures of a level for one series, by period: those of the place itself, of neighbours the mean of what is there. */
function comparatorPoints(
  others: ComparedWith,
  level: Exclude<Level, 'la'>,
  metric: string,
  dimensions: Dimensions,
): ReadonlyMap<Period, ComparatorPoint> {
  if (level === 'stat-neighbours') {
    return means(others.neighbours.map((facts) => storedPoints(facts, metric, dimensions)));
  }
  return storedPoints(others[level], metric, dimensions);
}

/**
 * The same in order of period, where what somebody published as the comparison speaks before what is worked out from
 * the places' own figures. `facts` are the council's.
 */
export function comparedPoints(
  others: ComparedWith,
  facts: Facts,
  level: Exclude<Level, 'la'>,
  metric: string,
  dimensions: Dimensions,
): readonly ComparatorPoint[] {
  const found = new Map<Period, ComparatorPoint>([
    ...comparatorPoints(others, level, metric, dimensions),
    ...publishedPoints(facts, metric, dimensions, level),
  ]);
  return [...found.values()].sort((a, b) => comparePeriods(a.period, b.period));
}

/** What each neighbour that has a figure of a series has, by period. */
export function neighbourValues(
  { neighbours }: ComparedWith,
  metric: string,
  dimensions: Dimensions,
): ReadonlyMap<Period, readonly number[]> {
  const found = new Map<Period, number[]>();
  for (const facts of neighbours)
    for (const [period, { value }] of storedPoints(facts, metric, dimensions))
      if (value !== null) found.set(period, [...(found.get(period) ?? []), value]);
  return found;
}

/** The plain mean over councils of what each has for a period; a missing figure is left out, never counted as nought. */
function means(councils: readonly ReadonlyMap<Period, Point>[]): ReadonlyMap<Period, ComparatorPoint> {
  const periods = new Set(councils.flatMap((points) => [...points.keys()]));
  return new Map(
    [...periods].flatMap((period) => {
      const there = councils.flatMap((points) => {
        const point = points.get(period);
        return point === undefined || point.value === null ? [] : [{ point, value: point.value }];
      });
      const last = there.toSorted(({ point: a }, { point: b }) => compareKnown(a, b)).at(-1);
      if (last === undefined) return [];
      // Fractions leave binary noise in a sum: 62.1% is 0.621.
      const mean = there.reduce((sum, each) => sum + each.value, 0) / there.length;
      const value = Number(mean.toPrecision(12));
      return [[period, { period, value, source: last.point.source, n: there.length }] as const];
    }),
  );
}

function compareKnown({ source: a }: Point, { source: b }: Point): number {
  return a.drop.knownAt < b.drop.knownAt ? -1 : a.drop.knownAt > b.drop.knownAt ? 1 : 0;
}
