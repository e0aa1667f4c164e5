import { figureTerms } from './glossary/figures.ts';
import { moneyTerms } from './glossary/money.ts';
import { schoolTerms } from './glossary/schools.ts';
import { specialNeedsTerms } from './glossary/special-needs.ts';
import { symbolTerms } from './glossary/symbols.ts';
import type { Term } from './glossary/term.ts';

/** Every word, acronym and sign that a reader may have to look up, by subject. */
export const glossary: readonly Term[] = [
  ...specialNeedsTerms,
  ...moneyTerms,
  ...schoolTerms,
  ...figureTerms,
  ...symbolTerms,
];

const byId: ReadonlyMap<string, Term> = new Map(glossary.map((term) => [term.id, term]));

/** The term with that id (`ehcp`, `symbol-c`), or undefined when the glossary has none. */
export function termById(id: string): Term | undefined {
  return byId.get(id);
}
