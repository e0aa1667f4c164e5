import { symbolTerms } from '../../shared/catalogue/glossary/symbols.ts';
import type { Term } from '../../shared/catalogue/glossary/term.ts';
import { glossary } from '../../shared/catalogue/glossary.ts';
import { capital } from './capital.ts';

type Word = {
  readonly term: Term;
  /** As it is written, and where that is a short form, written out. */
  readonly forms: readonly string[];
  readonly pattern: () => RegExp;
};

const SHORT_FORM = /\p{Lu}.*\p{Lu}|^\p{L}{2}$/u;
const LETTER = /\p{L}/gu;

/** Single signs such as `c` or `-` are told where they stand: in running text they would be found everywhere. */
const explained = glossary.filter((term) => !symbolTerms.includes(term));

const words: readonly Word[] = explained.map((term) =>
  isShortForm(term)
    ? wordOf(term, [term.term, term.short], () => [literal(term.term), inAnyCase(term.short)])
    : wordOf(term, [term.term], () => [inAnyCase(term.term)]),
);

const shortForms: readonly Word[] = explained
  .filter(isShortForm)
  .map((term) => wordOf(term, [term.term], () => [literal(term.term)]));

/**
 * The words of the glossary that a text uses, from A to Z; with each, the short forms that its own explanation uses.
 * Short forms are found as they are written, with a plural s or a number (`EHCPs`, `KS2`), and written out; other
 * words in any case.
 */
export function termsIn(text: string): readonly Term[] {
  const found = new Set(usedIn(text, words));
  // A set is walked to its end, with what is added on the way.
  for (const term of found) for (const used of usedIn(explanation(term), shortForms)) found.add(used);
  return [...found].sort((one, other) => one.term.localeCompare(other.term, 'en-GB'));
}

/** How a word is explained: `Education, health and care plan. A legal document…`. */
export function explanation({ short, meaning }: Term): string {
  return `${capital(short)}. ${meaning}`;
}

function usedIn(text: string, among: readonly Word[]): readonly Term[] {
  const lower = text.toLowerCase();
  return among
    .filter(({ forms, pattern }) => forms.some((form) => lower.includes(form)) && pattern().test(text))
    .map(({ term }) => term);
}

/** `EHCP`, `DaD`, `pp`, but not `Backlog`. */
function isShortForm({ term }: Term): boolean {
  return SHORT_FORM.test(term);
}

/** Patterns of letters of any script cost much to make: most words are not on a page, and need none. */
function wordOf(term: Term, forms: readonly string[], patterns: () => readonly string[]): Word {
  let made: RegExp | undefined;
  return {
    term,
    forms: forms.map((form) => form.toLowerCase()),
    pattern() {
      made ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns().join('|')})(?:s|\\d)?(?![\\p{L}\\p{N}])`, 'u');
      return made;
    },
  };
}

function literal(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function inAnyCase(words: string): string {
  return literal(words).replace(LETTER, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
}
