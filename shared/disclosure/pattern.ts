import type { MetricDefinition } from '../catalogue/metric.ts';
import { isCommitted } from '../facts/drop.ts';
import { type AreaFacts, areaTable } from './area-table.ts';
import { hasOverlaps, overlapsWithheld } from './overlaps/protect-overlaps.ts';
import type { Pattern } from './pattern-schema.ts';
import { allSaid } from './said.ts';
import { figureThing, seriesName } from './shown-things.ts';
import { suppress } from './suppress.ts';
import { veilOf } from './veil.ts';

/**
 * The pattern of an area by what its files have ever said, by an instant: a drop that becomes known after it, such as one
 * that a slow clock takes to be of the future, is not judged. What an earlier pattern withholds stays withheld. The same
 * facts and the same earlier pattern give the same.
 */
export function disclosurePattern(
  { drops, ...facts }: AreaFacts,
  catalogue: readonly MetricDefinition[],
  now: Date,
  earlier: Pattern,
): Pattern {
  const committed = drops.filter((drop) => isCommitted(drop) && new Date(drop.knownAt) <= now);
  const judged = committed.map(({ id }) => id).sort();
  const { table, mixed } = areaTable({ ...facts, drops: committed }, catalogue, now);
  const withheld = withOverlaps(
    { ...facts, drops: committed },
    catalogue,
    now,
    suppress(table, new Set(earlier.withheld)),
  );
  const veil = veilOf([...withheld], catalogue);
  const resting = mixed
    .filter(({ metric, dimensions, month }) => veil.figure(metric, dimensions, month) === 'rounded')
    .map(({ metric, dimensions, month }) => figureThing(seriesName(metric, dimensions), month));
  return { withheld: [...withheld.union(new Set(resting))].sort(), judged };
}

/** With what must be withheld of pupils by combination of groups, of which most councils have no file. */
function withOverlaps(
  { drops, blocks }: AreaFacts,
  catalogue: readonly MetricDefinition[],
  now: Date,
  withheld: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!hasOverlaps(blocks)) return withheld;
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  return overlapsWithheld(allSaid(drops, blocks, definitions, now), withheld);
}
