import type { MetricDefinition } from '../catalogue/metric.ts';
import { type CellBlock, type CellValue, dimensionsId } from '../facts/cell.ts';
import { type Drop, isCommitted } from '../facts/drop.ts';
import { cellsOf, comparePrecedence, speakingVersions } from '../facts/fold.ts';
import type { Period } from '../period/period.ts';
import { isPublic } from './policy.ts';
import { seriesName } from './shown-things.ts';

/** What one row of one drop said of a period. */
export type Said = Pick<CellValue, 'value' | 'numerator' | 'denominator'> & {
  /** The same for the same row of the same drop. */
  readonly id: string;
  /** It is published elsewhere. */
  readonly known: boolean;
};

/** One series as a council's files say it: for each period what showed at each instant, undefined where nothing did. */
export type SaidSeries = {
  readonly name: string;
  readonly metric: string;
  readonly dimensions: CellBlock['series']['dimensions'];
  readonly periods: ReadonlyMap<Period, readonly (Said | undefined)[]>;
};

/** By series, all that files have ever said, at the instants at which something became known. */
export type AllSaid = {
  readonly instants: number;
  readonly series: ReadonlyMap<string, SaidSeries>;
  /** By `series|period`, what has ever been published of the council itself. */
  readonly published: ReadonlyMap<string, ReadonlySet<number>>;
};

/** The metrics that files can speak of, by id. */
type Definitions = ReadonlyMap<string, Pick<MetricDefinition, 'unit'>>;

/** What files have said of figures and pupils of the council by an instant, whatever of it shows now. */
export function allSaid(
  drops: readonly Drop[],
  blocks: readonly CellBlock[],
  definitions: Definitions,
  now: Date,
): AllSaid {
  const committed = drops.filter((drop) => isCommitted(drop) && new Date(drop.knownAt) <= now);
  const instants = [...new Set(committed.map(({ knownAt }) => knownAt))].sort();
  const speaking = instants.map((at) => speakingVersions(committed, new Date(at)));
  const published = publishedValues(blocks);
  type Spoken = { readonly said: Said; readonly drop: Drop };
  const found = new Map<string, { first: CellBlock; periods: Map<Period, (Spoken | undefined)[]> }>();
  for (const block of blocks) {
    if (block.series.role !== 'actual' && block.series.role !== 'pupils') continue;
    const name = seriesName(block.series.metric, block.series.dimensions);
    const isShare = definitions.get(block.series.metric)?.unit === 'ratio';
    const entry = found.get(name) ?? { first: block, periods: new Map<Period, (Spoken | undefined)[]>() };
    found.set(name, entry);
    for (const [at, versions] of speaking.entries()) {
      const drop = versions.get(block.file);
      if (drop?.versionId !== block.versionId) continue;
      for (const [period, cell] of cellsOf(block)) {
        const shown = entry.periods.get(period) ?? instants.map(() => undefined);
        entry.periods.set(period, shown);
        const other = shown[at];
        if (other && comparePrecedence(other.drop, drop) >= 0) continue;
        shown[at] = { said: saidBy(drop, isShare ? counted(cell) : cell, name, period, published), drop };
      }
    }
  }
  return {
    published,
    instants: instants.length,
    series: new Map(
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, { first, periods }]) => {
          const { metric, dimensions } = first.series;
          const shown = [...periods].map(
            ([period, each]) => [period, each.map((spoken) => spoken?.said)] as const,
          );
          return [name, { name, metric, dimensions, periods: new Map(shown) }];
        }),
    ),
  };
}

/** A share of so many pupils says how many they are, whether the file writes it or not. */
function counted(cell: CellValue): CellValue {
  const { value, numerator, denominator } = cell;
  if (numerator !== undefined || denominator === undefined || value === null) return cell;
  return value < 0 || value > 1 ? cell : { ...cell, numerator: Math.round(value * denominator) };
}

function saidBy(
  drop: Drop,
  { value, numerator, denominator, row, sheet }: CellValue,
  name: string,
  period: Period,
  published: ReadonlyMap<string, ReadonlySet<number>>,
): Said {
  const same = value !== null && published.get(`${name}|${period}`)?.has(value) === true;
  return {
    id: `${name}|${period}#${drop.id}:${sheet ?? ''}:${row}`,
    value,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    known: isPublic(drop) || same,
  };
}

/** By series and period, what has been published of the council itself. */
function publishedValues(blocks: readonly CellBlock[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { series, values } of blocks) {
    if (series.role !== 'published' || series.level !== 'la') continue;
    for (const [period, { value }] of cellsOf({ values })) {
      if (value === null) continue;
      const key = `${series.metric}|${dimensionsId(series.dimensions)}|${period}`;
      found.set(key, (found.get(key) ?? new Set<number>()).add(value));
    }
  }
  return found;
}
