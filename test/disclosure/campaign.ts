import * as z from 'zod';
import type { CountTable } from '../../shared/disclosure/count-table.ts';
import { suppress } from '../../shared/disclosure/suppress.ts';
import { canTell, seenOf } from './attacker.ts';
import { withDifferences } from './differences.ts';
import { randomTable } from './random-table.ts';

/** What the attacks on some tables came to. */
export const outcomeSchema = z.object({
  tables: z.number(),
  /** Small counts, each attacked once: the attempts. */
  small: z.number(),
  /** Small counts that the attacker told, each as "seed: count". */
  recovered: z.array(z.string()),
  /** Small counts that what everybody knows tells by itself, whatever is withheld. */
  known: z.number(),
  /**
   * Small counts that the attacker told, where the search whether they can be told with everything withheld was too
   * long: whether withholding more would have helped is not known. Each as "seed: count".
   */
  undecided: z.array(z.string()),
  /** Attempts that were given up: their search was too long. */
  givenUp: z.number(),
  shown: z.number(),
  withheld: z.number(),
});
export type Outcome = z.output<typeof outcomeSchema>;

/** Attacks the tables of consecutive seeds; `protect` says what is withheld of one. */
export function attack(first: number, count: number, protect: typeof suppress = suppress): Outcome {
  const recovered: string[] = [];
  const undecided: string[] = [];
  let [small, known, givenUp, shown, hidden] = [0, 0, 0, 0, 0];
  for (let seed = first; seed < first + count; seed += 1) {
    const table = randomTable(seed);
    const withheld = protect(table);
    const seen = seenOf(table, withheld);
    shown += table.counts.length - seen.ids.length;
    hidden += seen.ids.length;
    for (const { id, value } of table.counts.filter((each) => each.small)) {
      small += 1;
      const told = canTell(seen, id, value);
      if (told === null) givenUp += 1;
      if (!told) continue;
      const least = seenOf(table, everything(table));
      const anyway = canTell(least, id, value) ?? canTell(withDifferences(least), id, value);
      if (anyway) known += 1;
      else (anyway === null ? undecided : recovered).push(`${seed}: ${id}`);
    }
  }
  return { tables: count, small, recovered, known, undecided, givenUp, shown, withheld: hidden };
}

function everything({ counts, relations }: CountTable): ReadonlySet<string> {
  return new Set([...counts, ...relations].flatMap(({ shownBy }) => shownBy ?? []));
}
