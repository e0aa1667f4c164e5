import { metrics } from '../../shared/catalogue/metrics.ts';
import { disclosurePattern } from '../../shared/disclosure/pattern.ts';
import { nothingWithheld } from '../../shared/disclosure/pattern-schema.ts';
import { isSmall } from '../../shared/disclosure/policy.ts';
import { canTell, type Seen } from './attacker.ts';
import { type Combinations, overlapFiles, randomOverlaps } from './random-overlaps.ts';
import { seenFrom } from './seen-from.ts';

/** What attacks on answers about overlaps came to. */
export type OverlapOutcome = {
  readonly small: number;
  readonly recovered: readonly string[];
  readonly givenUp: number;
  readonly shown: number;
  readonly withheld: number;
};

const NOW = new Date('2025-06-30T12:00:00.000Z');
/** So far is searched for one number. */
const MOST_NODES = 1500;
/** As the contract says it, not as the product counts it. */
const FEW = 10;

/** What a reader is shown of one version: by combination its number, and by what a total is of the total. */
export type Told = {
  readonly exact: ReadonlyMap<string, number | null>;
  readonly totals: readonly { readonly of: readonly string[]; readonly pupils: number | null }[];
};

/**
 * Attacks the answers about files of consecutive seeds. The attacker has every version as it is shown: numbers of
 * combinations, totals, parts of diagrams; and adds up for himself. `answersOf` gives what is shown of each version
 * under a pattern.
 */
export function attackOverlaps(
  first: number,
  count: number,
  answersOf: (versions: readonly Combinations[], withheld: readonly string[]) => readonly Told[],
  protect: boolean = true,
): OverlapOutcome {
  const recovered: string[] = [];
  let [small, givenUp, shown, hidden] = [0, 0, 0, 0];
  for (let seed = first; seed < first + count; seed += 1) {
    const versions = randomOverlaps(seed);
    const { withheld } = disclosurePattern(overlapFiles(versions), metrics, NOW, nothingWithheld);
    const onlySmall = withheld.filter((thing) => !/atLeast/.test(thing) && isPrimary(thing, versions));
    const told = answersOf(versions, protect ? withheld : onlySmall);
    const seen = seenIn(told, versions);
    for (const [at, combinations] of versions.entries()) {
      for (const [name, value] of combinations) {
        const unknown = told[at]?.exact.get(name) === null;
        if (unknown) hidden += 1;
        else shown += 1;
        if (!isSmall(value)) continue;
        small += 1;
        if (!unknown) {
          recovered.push(`${seed}: ${name} of version ${at} is shown`);
          continue;
        }
        const result = canTell(seen, `${name}=${value}`, value, MOST_NODES);
        if (result === null) givenUp += 1;
        if (result) recovered.push(`${seed}: ${name} of version ${at}`);
      }
    }
  }
  return { small, recovered, givenUp, shown, withheld: hidden };
}

function isPrimary(thing: string, versions: readonly Combinations[]): boolean {
  return versions.some((combinations) =>
    [...combinations].some(
      ([name, value]) => isSmall(value) && thing.includes(`groups=${encodeURIComponent(name)}|`),
    ),
  );
}

/**
 * Unknown are the numbers that are not shown; every total that is shown is an equation about them. A number that was
 * said again unchanged is one number: the attacker is taken to know which.
 */
function seenIn(told: readonly Told[], versions: readonly Combinations[]): Seen {
  const nameAt = (at: number, name: string) => `${name}=${versions[at]?.get(name)}`;
  const unknowns = new Map(
    told.flatMap(({ exact }, at) =>
      [...exact].flatMap(([name, shown]) => {
        if (shown !== null) return [];
        // Who knows the rules knows which numbers were withheld because they are small.
        const value = versions[at]?.get(name) ?? 0;
        const isFew = value < FEW;
        const id = nameAt(at, name);
        return [[id, { id, low: isFew ? 0 : FEW, high: isFew ? FEW - 1 : 100_000, value }] as const];
      }),
    ),
  );
  const places = new Map([...unknowns.keys()].map((id, at) => [id, at]));
  const equations = told.flatMap(({ exact, totals }, at) =>
    totals.flatMap(({ of, pupils }) => {
      let known = 0;
      const terms: (readonly [number, number])[] = [];
      for (const name of of) {
        const place = exact.get(name) === null ? places.get(nameAt(at, name)) : undefined;
        if (place === undefined) known += exact.get(name) ?? 0;
        else terms.push([place, 1]);
      }
      if (terms.length === 0) return [];
      // Of a withheld total it is known on which side of ten it lies.
      const real = of.reduce((sum, name) => sum + (versions[at]?.get(name) ?? 0), 0);
      const [low, high] =
        pupils !== null ? [pupils, pupils] : real < FEW ? [0, FEW - 1] : [FEW, Number.POSITIVE_INFINITY];
      return [{ terms, low: low - known, high: high - known }];
    }),
  );
  return seenFrom([...unknowns.values()], equations);
}
