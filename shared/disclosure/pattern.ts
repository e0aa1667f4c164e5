import * as z from 'zod';
import type { MetricDefinition } from '../catalogue/metric.ts';
import type { CellBlock } from '../facts/cell.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { areaTable } from './area-table.ts';
import { figureThing, seriesName } from './shown-things.ts';
import { suppress } from './suppress.ts';
import { veilOf } from './veil.ts';

/**
 * What is withheld of an area from callers who may not see small numbers, fixed by a run: it speaks of the drops that
 * the run has judged, and such callers see no other.
 */
export const patternSchema = z.object({
  /** Figures and ratings by their names (`shown-things.ts`), sorted. */
  withheld: z.array(z.string()),
  /** Ids of the committed drops. */
  judged: z.array(z.string()),
});

export type Pattern = z.output<typeof patternSchema>;

/** Before anything is known. */
export const nothingWithheld: Pattern = { withheld: [], judged: [] };

/**
 * The pattern of an area by what its files have ever said. What an earlier pattern withholds stays withheld. The same
 * facts and the same earlier pattern give the same.
 */
export function disclosurePattern(
  { drops, blocks }: { readonly drops: readonly Drop[]; readonly blocks: readonly CellBlock[] },
  catalogue: readonly MetricDefinition[],
  now: Date,
  earlier: Pattern,
): Pattern {
  const committed = drops.filter(isCommitted);
  const judged = committed.map(({ id }) => id).sort();
  const { table, mixed } = areaTable({ drops: committed, blocks }, catalogue, now);
  const withheld = suppress(table, new Set(earlier.withheld));
  const veil = veilOf([...withheld], catalogue);
  const resting = mixed
    .filter(({ metric, dimensions, month }) => veil.figure(metric, dimensions, month) === 'rounded')
    .map(({ metric, dimensions, month }) => figureThing(seriesName(metric, dimensions), month));
  return { withheld: [...withheld.union(new Set(resting))].sort(), judged };
}
