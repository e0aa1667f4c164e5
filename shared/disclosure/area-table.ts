import type { MetricDefinition } from '../catalogue/metric.ts';
import type { CellBlock } from '../facts/cell.ts';
import type { Drop } from '../facts/drop.ts';
import type { Count, CountTable, Relation } from './count-table.ts';
import { countsOf } from './counts-of.ts';
import { partRelations } from './relations/parts-of-wholes.ts';
import { seriesOfMetric } from './relations/periods.ts';
import { type OwnBounds, plannedValues } from './relations/plan-bounds.ts';
import { ratingRelations } from './relations/ratings.ts';
import { rolledForms } from './relations/rolling-forms.ts';
import { type MixedRate, mixedRates, roundedRelations } from './relations/rounded-rates.ts';
import { shareCapRelations } from './relations/share-cap.ts';
import { splitRelations } from './relations/splits.ts';
import { type AllSaid, allSaid } from './said.ts';
import { figureThing, ratingsThing, seriesName } from './shown-things.ts';

/** What an area's files have said, and at which fractions of its plans rules of its own have ever changed a rating. */
export type AreaFacts = {
  readonly drops: readonly Drop[];
  readonly blocks: readonly CellBlock[];
  readonly ownBounds?: OwnBounds;
};

/** What an area's files have said, as a table of counts. */
export type AreaTable = {
  readonly table: CountTable;
  /** 12-month rates that are withheld where they rest on a withheld count: what they tell is not worked out. */
  readonly mixed: readonly MixedRate[];
};

/**
 * The counts of pupils that an area's files have ever said, by an instant, with all that readers can tell of them
 * together: at every day that they may ask of, in every version. Empty where none of them is small.
 */
export function areaTable(
  { drops, blocks, ownBounds = new Map() }: AreaFacts,
  catalogue: readonly MetricDefinition[],
  now: Date,
): AreaTable {
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const said = allSaid(drops, blocks, definitions, now);
  const counts = countsSaid(said, definitions);
  const values = new Map([...counts.values()].map(({ id, value }) => [id, value]));
  if (![...counts.values()].some(({ small }) => small))
    return { table: { counts: [], relations: [], costs: new Map() }, mixed: [] };
  const planned = plannedValues(blocks);
  const relations: Relation[] = [
    ...splitRelations(said, definitions),
    ...partRelations(said, catalogue),
    ...shareCapRelations(said, planned, values),
  ];
  const mixed: MixedRate[] = [];
  const costs = new Map<string, number>();
  for (const definition of catalogue) {
    const { derivation } = definition;
    const monthly = derivation?.kind === 'rolling-12' ? definitions.get(derivation.of) : undefined;
    for (const dimensions of seriesOfMetric(said, monthly ?? definition)) {
      const name = seriesName(definition.id, dimensions);
      costs.set(ratingsThing(name), COSTS.ratings);
      const forms = monthly ? rolledForms(definition, monthly, dimensions, said) : [];
      relations.push(
        ...ratingRelations({ definition, dimensions, said, planned, own: ownBounds, values }, forms),
      );
      if (monthly?.unit !== 'ratio') continue;
      relations.push(...roundedRelations(forms));
      mixed.push(...mixedRates(definition, monthly, dimensions, said));
      for (const { thing, fixed } of forms) {
        costs.set(thing, COSTS.rate);
        for (const id of fixed) fix(counts, id);
      }
    }
  }
  for (const { name, metric, dimensions, periods } of said.series.values()) {
    const cost = costOf(definitions.get(metric), Object.keys(dimensions).length);
    for (const period of periods.keys()) costs.set(figureThing(name, period), cost);
  }
  return { table: { counts: [...counts.values()], relations: spoken(relations, counts), costs }, mixed };
}

function countsSaid(said: AllSaid, definitions: ReadonlyMap<string, MetricDefinition>): Map<string, Count> {
  const counts = new Map<string, Count>();
  for (const { name, metric, periods } of said.series.values()) {
    const definition = definitions.get(metric);
    if (!definition) continue;
    for (const [period, versions] of periods)
      for (const each of versions)
        for (const count of each ? countsOf(definition, each, name, period) : []) counts.set(count.id, count);
  }
  return counts;
}

/** A denominator by which others were divided is not taken to be any other number. */
function fix(counts: Map<string, Count>, id: string): void {
  const count = counts.get(id);
  if (count) counts.set(id, { ...count, lowest: count.value, highest: count.value });
}

/** Relations between counts of pupils: others have no small ones. */
function spoken(relations: readonly Relation[], counts: ReadonlyMap<string, Count>): readonly Relation[] {
  return relations.filter(({ terms }) => terms.every(({ count }) => counts.has(count)));
}

/** A split is missed less than a total, an input less than a measure, a month less than what the council is judged by. */
const COSTS = { split: 1, input: 5, measure: 10, rate: 20, stock: 100, headline: 500, ratings: 300 } as const;

function costOf(definition: MetricDefinition | undefined, splits: number): number {
  if (definition === undefined || splits > 0) return COSTS.split / Math.max(1, splits);
  if (definition.headline) return COSTS.headline;
  if (definition.nature === 'stock') return COSTS.stock;
  return definition.supporting ? COSTS.input : COSTS.measure;
}
