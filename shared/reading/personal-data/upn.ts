/** The check letters, in the order of the remainder that they stand for: A–Z without I, O and S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** What people put between the characters of a long number. */
const GAP = '[\\s\\p{Pd}._/·\\u200B\\u2060\\uFEFF]{0,2}';

/**
 * A permanent UPN ends in a digit, a temporary one in a letter. It may be written in groups, and stand right after the
 * letters UPN; what else goes on before or after it is another thing.
 */
const UPN = new RegExp(`(?<![A-Z0-9])(?:UPNS?)?([A-Z](?:${GAP}\\d){11}${GAP}[0-9A-Z])(?![A-Z0-9])`, 'giu');

const BEYOND_ASCII = /[^\0-\x7f]/;

/** True when a text holds a unique pupil number whose check letter is right. Random codes pass in 1 of 23 cases. */
export function hasUpn(text: string): boolean {
  // Full-width digits and the like are written as the plain ones that they look like.
  const plain = BEYOND_ASCII.test(text) ? text.normalize('NFKC') : text;
  UPN.lastIndex = 0;
  for (let match = UPN.exec(plain); match !== null; match = UPN.exec(plain)) {
    const found = (match[1] ?? '').replace(/[^A-Z0-9]/gi, '');
    if (checkLetter(found.slice(1)) === found.charAt(0).toUpperCase()) return true;
    // One may begin within what only looked like another.
    UPN.lastIndex = match.index + 1;
  }
  return false;
}

/**
 * The check letter of the twelve characters after it: the sum of position × digit, positions 2 to 13, mod 23.
 * The last letter of a temporary number counts as its place among the letters. Undefined for anything else.
 * Source: DfE, A guide to unique pupil numbers.
 */
export function checkLetter(rest: string): string | undefined {
  const values = [...rest.toUpperCase()].map((character) =>
    /\d/.test(character) ? Number(character) : LETTERS.indexOf(character),
  );
  if (values.length !== 12 || values.includes(-1)) return undefined;
  return LETTERS[values.reduce((sum, value, index) => sum + value * (index + 2), 0) % LETTERS.length];
}
