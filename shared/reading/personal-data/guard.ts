import type { Problem } from '../../facts/drop.ts';
import { hasEmail } from './email.ts';
import { personHeading } from './person-heading.ts';
import { hasUpn } from './upn.ts';

const MEND =
  'Nothing of this file is stored and its values are not repeated here. Remove what is about single people, so that the file holds figures only, and drop it again. If it is no personal data, name the column otherwise or ask the operator.';

/** `a@b.uk` */
const SHORTEST = 6;
const UPN_LENGTH = 13;
const NOTHING: readonly Problem[] = [];

/** What looks like a person in the cells of a row, one finding a column. Never repeats what it found. */
export function personalDataIn(cells: readonly string[], row: number, sheet?: number): readonly Problem[] {
  let found: Problem[] | undefined;
  for (const [index, cell] of cells.entries()) {
    // Shorter than the shortest of what is looked for: nearly every figure.
    if (cell.length < SHORTEST) continue;
    const what =
      cell.length >= UPN_LENGTH && hasUpn(cell)
        ? 'a unique pupil number with a valid check letter'
        : hasEmail(cell)
          ? 'an e-mail address'
          : undefined;
    if (what !== undefined) {
      found ??= [];
      found.push(finding(row, index, what, sheet));
    }
  }
  return found ?? NOTHING;
}

/** The headings of a row that announce people. */
export function personalHeadingsIn(cells: readonly string[], row: number, sheet?: number): Problem[] {
  return cells.flatMap((cell, index) => {
    const holds = personHeading(cell);
    return holds === undefined ? [] : [finding(row, index, `a column for ${holds}`, sheet)];
  });
}

function finding(row: number, index: number, what: string, sheet: number | undefined): Problem {
  // By its place: a heading may itself be the personal data.
  const column = `column ${index + 1}`;
  const place = `row ${row}, ${column}${sheet === undefined ? '' : ` of sheet ${sheet}`}`;
  const message = `This file seems to carry personal data: ${what}, in ${place}. ${MEND}`;
  return { row, column, value: null, code: 'personal-data', message };
}
