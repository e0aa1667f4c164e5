import {
  COMBINATION,
  groupsIn,
  isWithin,
  OVERLAPS,
  type Region,
  regionDimensions,
  regionsOf,
} from '../../catalogue/breakdowns/combination.ts';
import type { Period } from '../../period/period.ts';
import { isSmall } from '../policy.ts';
import { combinations } from '../relations/combinations.ts';
import type { AllSaid, Said, SaidSeries } from '../said.ts';
import { figureThing, seriesName } from '../shown-things.ts';

/**
 * One number of pupils that files have said of a combination. What several versions say alike is one number, for
 * nothing keeps a reader from taking it to be.
 */
export type Cell = {
  readonly id: string;
  readonly groups: ReadonlySet<string>;
  readonly value: number;
  /** Undefined of what is published elsewhere: everybody knows it. */
  readonly thing: string | undefined;
  readonly cost: number;
};

/** A sum of cells that a reader is shown, as it stood at some time. */
export type Sum = {
  readonly cells: readonly number[];
  readonly value: number;
  readonly thing: string;
  readonly cost: number;
};

/** What is told of one school year: cells, sums of them, and by cell the places of its sums. */
export type Lattice = {
  readonly cells: readonly Cell[];
  readonly sums: readonly Sum[];
  readonly sumsOf: readonly (readonly number[])[];
};

/** A part of a diagram is missed least, the total of a group much, that of all most. */
const COSTS = { part: 0.3, several: 3, group: 30, all: 60 } as const;

/** For each school year what readers can be told of its combinations, in all versions that ever stood. */
export function latticesOf(said: AllSaid): readonly Lattice[] {
  const exact = [...said.series.values()].filter(({ metric }) => metric === OVERLAPS);
  const periods = [...new Set(exact.flatMap((series) => [...series.periods.keys()]))];
  return periods.map((period) =>
    latticeOf(
      exact.filter((series) => series.periods.has(period)),
      period,
      said,
    ),
  );
}

function latticeOf(exact: readonly SaidSeries[], period: Period, said: AllSaid): Lattice {
  const places = new Map<string, number>();
  const cells: Cell[] = [];
  for (const series of exact) {
    const thing = figureThing(series.name, period);
    for (const each of series.periods.get(period) ?? []) {
      if (!each || each.value === null || places.has(idOf(series, each))) continue;
      places.set(idOf(series, each), cells.length);
      const { value, known } = each;
      const groups = new Set(groupsIn(combinationOf(series)));
      cells.push({
        ...{ id: idOf(series, each), groups, value, thing: known ? undefined : thing },
        cost: 1 + Math.log10(1 + Math.max(0, value)) / 2,
      });
    }
  }
  const sums = regionsOf(exact.map(combinationOf)).flatMap((region) => {
    const within = exact.filter((series) => isWithin(combinationOf(series), region));
    const thing = figureThing(seriesName(OVERLAPS, regionDimensions(region)), period);
    const sets = combinations(said, (instant) => {
      const stood = within.flatMap((series) => {
        const each = series.periods.get(period)?.[instant];
        return each ? [{ ...each, id: idOf(series, each) }] : [];
      });
      return stood.length === 0 ? undefined : stood;
    });
    return sets.flatMap((set): readonly Sum[] => {
      if (set.some(({ value }) => value === null)) return [];
      const value = set.reduce((total, each) => total + (each.value ?? 0), 0);
      return [{ cells: set.flatMap(({ id }) => places.get(id) ?? []), value, thing, cost: costOf(region) }];
    });
  });
  const sumsOf = cells.map((): number[] => []);
  for (const [at, sum] of sums.entries()) for (const cell of sum.cells) sumsOf[cell]?.push(at);
  return { cells, sums, sumsOf };
}

/** True of a lattice in which something must be protected. */
export function hasSmall({ cells }: Lattice): boolean {
  return cells.some(({ value, thing }) => thing !== undefined && isSmall(value));
}

function combinationOf({ dimensions }: SaidSeries): string {
  return dimensions[COMBINATION] ?? '';
}

function idOf(series: SaidSeries, { value }: Said): string {
  return `${combinationOf(series)}=${value}`;
}

function costOf({ inside, outside }: Region): number {
  if (outside.length > 0) return COSTS.part;
  if (inside.length === 0) return COSTS.all;
  return inside.length === 1 ? COSTS.group : COSTS.several / inside.length;
}
