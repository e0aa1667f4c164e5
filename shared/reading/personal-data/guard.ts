import type { Problem } from '../../facts/drop.ts';
import { hasBirthDate } from './birth-date.ts';
import { hasEmail } from './email.ts';
import { hasNhsNumber } from './nhs-number.ts';
import { personHeading } from './person-heading.ts';
import { hasUpn } from './upn.ts';

const MEND =
  'Nothing of this file is stored and its values are not repeated here. Remove what is about single people, so that the file holds figures only, and drop it again. If it is no personal data, name the column otherwise or ask the operator.';

/** What is looked for in every text that has digits, and the shortest text that can hold it. */
const NUMBERS: readonly {
  readonly what: string;
  readonly shortest: number;
  readonly has: (text: string) => boolean;
}[] = [
  { what: 'a unique pupil number with a valid check letter', shortest: 13, has: hasUpn },
  { what: 'an NHS number with a valid check digit', shortest: 12, has: hasNhsNumber },
  { what: 'a date of birth', shortest: 10, has: hasBirthDate },
];
const SHORTEST_NUMBER = Math.min(...NUMBERS.map(({ shortest }) => shortest));
const DIGIT = /\p{Nd}/u;
/** `a@b.uk`: nothing that is looked for is shorter, and nearly every figure is. */
const SHORTEST = 6;
const NOTHING: readonly Problem[] = [];

/** Texts of a file that stand in no cell; `where` as a sentence says it: `a comment on cell B4`. */
export type TextElsewhere = {
  readonly where: string;
  readonly texts: readonly string[];
  /** They name columns. */
  readonly headings?: boolean;
};

/** What looks like a person in the cells of a row, one finding a column. Never repeats what it found. */
export function personalDataIn(cells: readonly string[], row: number, sheet?: number): readonly Problem[] {
  let found: Problem[] | undefined;
  for (const [index, cell] of cells.entries()) {
    if (cell.length < SHORTEST) continue;
    const what = personalTextIn(cell);
    if (what !== undefined) {
      found ??= [];
      found.push(finding(row, index, what, sheet));
    }
  }
  return found ?? NOTHING;
}

/** The same for texts that stand in no cell: at most one finding. Names of columns count when several announce people. */
export function personalDataElsewhere({ texts, where, headings }: TextElsewhere): readonly Problem[] {
  for (const text of texts) {
    const what = personalTextIn(text);
    if (what !== undefined) return [elsewhere(what, where)];
  }
  const [first, second] = headings ? texts.flatMap((text) => personHeading(text) ?? []) : [];
  return first === undefined || second === undefined
    ? NOTHING
    : [elsewhere(`columns for ${first} and for ${second}`, where)];
}

/** The headings of a row that announce people. */
export function personalHeadingsIn(cells: readonly string[], row: number, sheet?: number): Problem[] {
  return cells.flatMap((cell, index) => {
    const holds = personHeading(cell);
    return holds === undefined ? [] : [finding(row, index, `a column for ${holds}`, sheet)];
  });
}

/** What of a person a text holds, in words that do not repeat it; undefined when it holds nothing that can be told. */
export function personalTextIn(text: string): string | undefined {
  if (hasEmail(text)) return 'an e-mail address';
  if (text.length < SHORTEST_NUMBER || !DIGIT.test(text)) return undefined;
  return NUMBERS.find(({ shortest, has }) => text.length >= shortest && has(text))?.what;
}

function elsewhere(what: string, where: string): Problem {
  return { row: null, column: null, value: null, code: 'personal-data', message: told(what, where) };
}

function finding(row: number, index: number, what: string, sheet: number | undefined): Problem {
  // By its place: a heading may itself be the personal data.
  const column = `column ${index + 1}`;
  const place = `row ${row}, ${column}${sheet === undefined ? '' : ` of sheet ${sheet}`}`;
  return { row, column, value: null, code: 'personal-data', message: told(what, place) };
}

function told(what: string, where: string): string {
  return `This file seems to carry personal data: ${what}, in ${where}. ${MEND}`;
}
