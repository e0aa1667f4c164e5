import { cut, type Read, read, unreadable } from './problem.ts';

/** The ratings of both scales, as they are kept. */
const WORDS = ['blue', 'green', 'amber-green', 'amber', 'amber-red', 'red', 'grey', 'black'] as const;
type RatingWord = (typeof WORDS)[number];

const COLOURS: ReadonlyMap<string, RatingWord> = new Map([
  ...WORDS.map((word) => [word, word] as const),
  ['gray', 'grey'],
  ['b', 'blue'],
  ['g', 'green'],
  ['a', 'amber'],
  ['r', 'red'],
  ['ag', 'amber-green'],
  ['a-g', 'amber-green'],
  ['ar', 'amber-red'],
  ['a-r', 'amber-red'],
]);

/** What the scales call their colours; one that has a single colour stands for it. */
const PHRASES: ReadonlyMap<string, readonly RatingWord[]> = new Map([
  ['complete', ['blue']],
  ['completed', ['blue']],
  ['on-track', ['green']],
  ['on-target', ['green']],
  ['off-track', ['amber-green']],
  // The monitoring scale of the DfE: amber has plans to mitigate, red has not.
  ['off-target', ['amber', 'red']],
  ['off-target-with-plans-to-mitigate', ['amber']],
  ['at-risk', ['amber-red']],
  ['compromised', ['red']],
  ['not-started', ['grey']],
  ['cancelled', ['black']],
]);

/**
 * A rating as people write it: `Amber / Green - Off Track`, `Amber/Red`, `G`, `RAG: Red`, `On track`. A colour and a
 * phrase that do not belong together are refused. Source: facts.md part B, the two scales.
 */
export function readRatingWord(text: string): Read<RatingWord> {
  const written = text
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^rag-((rating|status)-)?/, '');
  const [name, colour] = leadingColour(written);
  const phrase = written.slice(name.length).replace(/^-/, '');
  const meant = PHRASES.get(phrase) ?? [];
  const [only, other] = meant;
  if (colour === undefined && only !== undefined && other === undefined) return read(only);
  if (colour !== undefined && (phrase === '' || meant.includes(colour))) return read(colour);
  return unreadable(
    'unknown-rating',
    `Cannot take "${cut(text.trim())}" as a rating. Write ${WORDS.join(', ')}, or leave the cell empty where no rating was given.`,
  );
}

/** The longest colour with which a text begins, so that amber-green is not taken for amber. */
function leadingColour(written: string): readonly [string, RatingWord | undefined] {
  const [longest] = [...COLOURS]
    .filter(([name]) => written === name || written.startsWith(`${name}-`))
    .sort(([a], [b]) => b.length - a.length);
  return longest ?? ['', undefined];
}
