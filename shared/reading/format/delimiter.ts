import type { KnownHeadings } from './format.ts';

export type Delimiter = { readonly character: string; readonly name: string };

/** In order of preference. */
const DELIMITERS = [
  { character: ',', name: 'comma' },
  { character: ';', name: 'semicolon' },
  { character: '\t', name: 'tab' },
] as const satisfies readonly Delimiter[];

/** As deep as a header is looked for, blank lines aside. */
const LINES = 30;

/**
 * What stands between the cells. A line that splits into headings of the feed decides, since a comma may also stand
 * in `6,161` or in a note; without one, what splits the lines into cells most evenly.
 */
export function delimiterOf(head: string, knownHeadings: KnownHeadings): Delimiter {
  const lines = head
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  let best: Delimiter = DELIMITERS[0];
  let most: readonly [number, number] = [0, 0];
  for (const delimiter of DELIMITERS) {
    const split = lines.map((line) => cellsOf(line, delimiter.character));
    const score = [Math.max(0, ...split.map(knownHeadings)), evenness(split)] as const;
    if (score[0] > most[0] || (score[0] === most[0] && score[1] > most[1])) {
      best = delimiter;
      most = score;
    }
  }
  return best;
}

/** Cells in lines of the commonest width above one. */
function evenness(split: readonly (readonly string[])[]): number {
  const byWidth = new Map<number, number>();
  for (const { length } of split) if (length > 1) byWidth.set(length, (byWidth.get(length) ?? 0) + length);
  return Math.max(0, ...byWidth.values());
}

/** The cells of one line; quotes hold cells together. Good enough to weigh delimiters, not to read data. */
function cellsOf(line: string, delimiter: string): string[] {
  const cells: string[] = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) cells.push('');
    else cells.push((cells.pop() ?? '') + character);
  }
  return cells;
}
