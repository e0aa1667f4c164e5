/** S3 takes keys of 1,024 bytes; area and feed come before, and a character may take four. */
const LONGEST = 200;

/**
 * Why a text is no name of a file to drop, or undefined when it is one: a plain name that ends in .csv or .xlsx. A
 * slash or `..` would place the file elsewhere; what no screen shows would make two names look alike.
 */
export function filenameProblem(name: string): string | undefined {
  if (/[/\\]/.test(name)) return 'A file name has no slash: give the name alone, such as 2025-01.csv';
  if (name.includes('..')) return 'A file name here has no two dots in a row: write 2025-01.csv';
  // Controls, invisible marks, unpaired surrogates, line separators.
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name))
    return 'The name holds characters that cannot be seen: write it anew';
  if (!/[^.\s].*\.(csv|xlsx)$/i.test(name) || /^[.\s]/.test(name)) {
    return 'A file name here ends in .csv or .xlsx, such as 2025-01.csv';
  }
  if (name.length > LONGEST) return `The name is longer than ${LONGEST} characters: shorten it`;
  return undefined;
}
