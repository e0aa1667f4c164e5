import type { CountTable } from '../../shared/disclosure/count-table.ts';

/**
 * What somebody knows who has seen everything that is shown, and the rules: which counts are withheld because they
 * are small, and how everything hangs together. The method is its own: a search over whole numbers, which shares
 * nothing with the product's.
 */
export type Seen = {
  readonly unknowns: readonly Unknown[];
  readonly equations: readonly Equation[];
};

type Unknown = { readonly id: string; readonly low: number; readonly high: number };
type Equation = {
  readonly terms: readonly (readonly [number, number])[];
  readonly low: number;
  readonly high: number;
};

/** Above it no count of these tables lies. */
const CEILING = 100_000;
const MOST_NODES = 20_000;

/** What is left to see of a table. */
export function seenOf({ counts, relations }: CountTable, withheld: ReadonlySet<string>): Seen {
  const hidden = counts.filter(({ shownBy }) => shownBy !== undefined && withheld.has(shownBy));
  const places = new Map(hidden.map(({ id }, at) => [id, at]));
  const values = new Map(counts.map(({ id, value }) => [id, value]));
  return {
    unknowns: hidden.map(({ id, lowest, highest }) => ({
      id,
      low: lowest,
      high: Math.min(highest, CEILING),
    })),
    equations: relations
      .filter(({ shownBy }) => shownBy === undefined || !withheld.has(shownBy))
      .map(({ terms, lowest, highest }) => {
        let known = 0;
        const open: [number, number][] = [];
        for (const { count, times } of terms) {
          const at = places.get(count);
          if (at === undefined) known += times * (values.get(count) ?? Number.NaN);
          else open.push([at, times]);
        }
        return { terms: open, low: lowest - known, high: highest - known };
      })
      .filter(({ terms }) => terms.length > 0),
  };
}

/** Whether one number alone is possible for an unknown; null where the search gives up, which recovers nothing. */
export function canTell(seen: Seen, id: string, truth: number, nodes = MOST_NODES): boolean | null {
  const at = seen.unknowns.findIndex((unknown) => unknown.id === id);
  const budget = { nodes };
  const domains = seen.unknowns.map(({ low, high }) => ({ low, high }));
  const below = feasible(seen, narrowed(domains, at, Number.NEGATIVE_INFINITY, truth - 1), budget);
  if (below) return false;
  const above = feasible(seen, narrowed(domains, at, truth + 1, Number.POSITIVE_INFINITY), budget);
  if (above) return false;
  return below === null || above === null ? null : true;
}

type Domain = { readonly low: number; readonly high: number };

function narrowed(domains: readonly Domain[], at: number, low: number, high: number): Domain[] {
  return domains.map((domain, index) =>
    index === at ? { low: Math.max(domain.low, low), high: Math.min(domain.high, high) } : domain,
  );
}

/** Whether whole numbers within the domains satisfy every equation; null when the search is too long. */
function feasible(seen: Seen, start: readonly Domain[], budget: { nodes: number }): boolean | null {
  const domains = propagated(seen, start);
  if (!domains) return false;
  budget.nodes -= 1;
  if (budget.nodes < 0) return null;
  let pick = -1;
  for (const [index, { low, high }] of domains.entries()) {
    const best = domains[pick];
    if (high > low && (!best || high - low < best.high - best.low)) pick = index;
  }
  const chosen = domains[pick];
  if (!chosen) return true;
  const middle = Math.floor((chosen.low + chosen.high) / 2);
  const left = feasible(seen, narrowed(domains, pick, chosen.low, middle), budget);
  if (left) return true;
  const right = feasible(seen, narrowed(domains, pick, middle + 1, chosen.high), budget);
  if (right) return true;
  return left === null || right === null ? null : false;
}

const EXACT = 1e-7;

/** Tightens every domain by every equation until nothing moves; undefined when one is empty. */
function propagated({ equations }: Seen, start: readonly Domain[]): Domain[] | undefined {
  const domains = start.map(({ low, high }) => ({ low: Math.ceil(low), high: Math.floor(high) }));
  if (domains.some(({ low, high }) => low > high)) return undefined;
  for (let moved = true, rounds = 0; moved && rounds < 1000; rounds += 1) {
    moved = false;
    for (const { terms, low, high } of equations) {
      const span = terms.map(([at, times]) => {
        const domain = domains[at] ?? { low: 0, high: 0 };
        return times > 0
          ? [times * domain.low, times * domain.high]
          : [times * domain.high, times * domain.low];
      });
      const least = span.reduce((sum, [a = 0]) => sum + a, 0);
      const most = span.reduce((sum, [, b = 0]) => sum + b, 0);
      if (least > high + EXACT || most < low - EXACT) return undefined;
      for (const [index, [at, times]] of terms.entries()) {
        const [a = 0, b = 0] = span[index] ?? [];
        const domain = domains[at];
        if (!domain) continue;
        // What the others leave for this one.
        const [from, to] = [low - (most - b), high - (least - a)];
        const [lo, hi] = times > 0 ? [from / times, to / times] : [to / times, from / times];
        const next = {
          low: Math.max(domain.low, Math.ceil(lo - EXACT)),
          high: Math.min(domain.high, Math.floor(hi + EXACT)),
        };
        if (next.low > next.high) return undefined;
        if (next.low !== domain.low || next.high !== domain.high) {
          domains[at] = next;
          moved = true;
          span[index] =
            times > 0 ? [times * next.low, times * next.high] : [times * next.high, times * next.low];
          break;
        }
      }
    }
  }
  return domains;
}
