import type { CountTable } from '../../shared/disclosure/count-table.ts';
import { suppress } from '../../shared/disclosure/suppress.ts';
import { canTell, seenOf } from './attacker.ts';
import { randomTable } from './random-table.ts';

/** What the attacks on some tables came to. */
export type Outcome = {
  readonly tables: number;
  readonly small: number;
  /** Small counts that the attacker told, each as "seed: count". */
  readonly recovered: readonly string[];
  /** Small counts that what everybody knows tells by itself, whatever is withheld. */
  readonly known: number;
  /** Attacks that were given up: their search was too long. */
  readonly givenUp: number;
  readonly shown: number;
  readonly withheld: number;
};

/** Attacks the tables of consecutive seeds; `protect` says what is withheld of one. */
export function attack(
  first: number,
  count: number,
  protect: typeof suppress = suppress,
  progress: (done: number) => void = () => undefined,
): Outcome {
  const recovered: string[] = [];
  let [small, known, givenUp, shown, hidden] = [0, 0, 0, 0, 0];
  for (let seed = first; seed < first + count; seed += 1) {
    const table = randomTable(seed);
    const withheld = protect(table);
    const seen = seenOf(table, withheld);
    shown += table.counts.length - seen.unknowns.length;
    hidden += seen.unknowns.length;
    for (const { id, value } of table.counts.filter((each) => each.small)) {
      small += 1;
      const told = canTell(seen, id, value);
      if (told === null) givenUp += 1;
      if (!told) continue;
      if (canTell(seenOf(table, everything(table)), id, value)) known += 1;
      else recovered.push(`${seed}: ${id}`);
    }
    progress(seed - first + 1);
  }
  return { tables: count, small, recovered, known, givenUp, shown, withheld: hidden };
}

function everything({ counts, relations }: CountTable): ReadonlySet<string> {
  return new Set([...counts, ...relations].flatMap(({ shownBy }) => shownBy ?? []));
}
