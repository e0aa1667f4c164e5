import type { MetricDefinition } from '../catalogue/metric.ts';
import type { CellBlock } from '../facts/cell.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { areaTable } from './area-table.ts';
import type { Pattern } from './pattern-schema.ts';
import { figureThing, seriesName } from './shown-things.ts';
import { suppress } from './suppress.ts';
import { veilOf } from './veil.ts';

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
