/** The check letters, in the order of the remainder that they stand for: A–Z without I, O and S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A permanent UPN ends in a digit, a temporary one in a letter. What goes on before or after it is another thing. */
const UPN = /(?<![A-Z0-9])[A-Z]\d{11}[0-9A-Z](?![A-Z0-9])/gi;

/** True when a text holds a unique pupil number whose check letter is right. Random codes pass in 1 of 23 cases. */
export function hasUpn(text: string): boolean {
  return (text.match(UPN) ?? []).some(
    (found) => checkLetter(found.slice(1)) === found.charAt(0).toUpperCase(),
  );
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
