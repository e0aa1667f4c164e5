import { symbolTerms } from '../../shared/catalogue/glossary/symbols.ts';
import type { Term } from '../../shared/catalogue/glossary/term.ts';

type Chapter = { readonly initial: string; readonly terms: readonly Term[] };

/** Signs that stand where a figure would, and numbers, have no letter to stand under. */
const SIGNS = 'Signs and numbers';

/** Words under their letters from A to Z, signs and numbers after them. */
export function chaptersOf(terms: readonly Term[]): readonly Chapter[] {
  const chapters = Map.groupBy(
    terms.toSorted((one, other) => one.term.localeCompare(other.term, 'en-GB')),
    initialOf,
  );
  const signs = chapters.get(SIGNS) ?? [];
  chapters.delete(SIGNS);
  return [...[...chapters].sort(([one], [other]) => one.localeCompare(other)), [SIGNS, signs] as const]
    .map(([initial, each]) => ({ initial, terms: each }))
    .filter((chapter) => chapter.terms.length > 0);
}

function initialOf(term: Term): string {
  const initial = term.term.charAt(0).toUpperCase();
  return /^[A-Z]$/.test(initial) && !symbolTerms.includes(term) ? initial : SIGNS;
}

/** Whether what somebody types is part of a word or of what explains it; nothing typed asks for all. */
export function isAskedFor({ term, short, meaning }: Term, typed: string): boolean {
  return `${term}\n${short}\n${meaning}`.toLowerCase().includes(typed.trim().toLowerCase());
}
