import type { CountTable } from '../../shared/disclosure/count-table.ts';
import { copyOf, type Domains, type Equation, narrowed, type System, tightened } from './propagation.ts';

/**
 * What somebody knows who has seen everything that is shown, and the rules: which counts are withheld because they
 * are small, and how everything hangs together. The method is its own: a search over whole numbers, which shares
 * nothing with the product's.
 */
export type Seen = System & {
  readonly ids: readonly string[];
  readonly domains: Domains;
  /** Where the search looks first. It looks everywhere else too: this makes it faster and changes no answer. */
  readonly first: Float64Array;
};

/** Above it no count of these tables lies. */
const CEILING = 100_000;
const MOST_NODES = 20_000;
/** At an equation; about a second. */
const MOST_LOOKS = 4_000_000;

/** What is left to see of a table. */
export function seenOf({ counts, relations }: CountTable, withheld: ReadonlySet<string>): Seen {
  const hidden = counts.filter(({ shownBy }) => shownBy !== undefined && withheld.has(shownBy));
  const places = new Map(hidden.map(({ id }, at) => [id, at]));
  const values = new Map(counts.map(({ id, value }) => [id, value]));
  const equations = relations
    .filter(({ shownBy }) => shownBy === undefined || !withheld.has(shownBy))
    .map(({ terms, lowest, highest }): Equation => {
      let known = 0;
      const open: (readonly [number, number])[] = [];
      for (const { count, times } of terms) {
        const at = places.get(count);
        if (at === undefined) known += times * (values.get(count) ?? Number.NaN);
        else open.push([at, times]);
      }
      return {
        at: Int32Array.from(open, ([at]) => at),
        times: Float64Array.from(open, ([, times]) => times),
        ...{ low: lowest - known, high: highest - known },
      };
    })
    .filter(({ at }) => at.length > 0);
  const equationsOf = hidden.map((): number[] => []);
  for (const [index, { at }] of equations.entries())
    for (const unknown of at) equationsOf[unknown]?.push(index);
  return {
    ids: hidden.map(({ id }) => id),
    domains: {
      low: Float64Array.from(hidden, ({ lowest }) => Math.ceil(lowest)),
      high: Float64Array.from(hidden, ({ highest }) => Math.floor(Math.min(highest, CEILING))),
    },
    first: Float64Array.from(hidden, ({ value }) => value),
    ...{ equations, equationsOf },
  };
}

/** Whether one number alone is possible for an unknown; null where the search gives up, which recovers nothing. */
export function canTell(seen: Seen, id: string, truth: number, nodes = MOST_NODES): boolean | null {
  const at = seen.ids.indexOf(id);
  const budget = { nodes, looks: MOST_LOOKS };
  const without = (low: number, high: number) =>
    solvable(seen, narrowed(copyOf(seen.domains), at, low, high), undefined, budget);
  const below = without(Number.NEGATIVE_INFINITY, truth - 1);
  if (below) return false;
  const above = without(truth + 1, Number.POSITIVE_INFINITY);
  if (above) return false;
  return below === null || above === null ? null : true;
}

/**
 * Whether whole numbers within the domains satisfy every equation; null when the search is too long. Only the domain of
 * `changed` differs from what was tightened before; undefined: nothing was yet.
 */
function solvable(
  seen: Seen,
  domains: Domains,
  changed: number | undefined,
  budget: { nodes: number; looks: number },
): boolean | null {
  if (budget.nodes <= 0 || budget.looks <= 0) return null;
  budget.nodes -= 1;
  if (!tightened(seen, domains, changed, budget)) return false;
  const pick = narrowest(domains);
  if (pick === undefined) return true;
  const [low = 0, high = 0] = [domains.low[pick], domains.high[pick]];
  const middle = Math.floor((low + high) / 2);
  const lower = () => solvable(seen, narrowed(copyOf(domains), pick, low, middle), pick, budget);
  const upper = () => solvable(seen, narrowed(copyOf(domains), pick, middle + 1, high), pick, budget);
  const [one, other] = (seen.first[pick] ?? 0) <= middle ? [lower, upper] : [upper, lower];
  const found = one();
  if (found) return true;
  const second = other();
  if (second) return true;
  return found === null || second === null ? null : false;
}

/** The unknown that can be the fewest numbers, of those that can be more than one. */
function narrowest({ low, high }: Domains): number | undefined {
  let [best, span]: [number | undefined, number] = [undefined, Number.POSITIVE_INFINITY];
  for (let at = 0; at < low.length; at += 1) {
    const width = (high[at] ?? 0) - (low[at] ?? 0);
    if (width > 0 && width < span) [best, span] = [at, width];
  }
  return best;
}
