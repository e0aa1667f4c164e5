/** The size of a sheet (Excel 2007 and later). */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** Where a cell stands, the column from 0 and the row from 1; undefined when `A1` is no place on a sheet. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } | undefined {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    // Letters of either case, A = 1.
    const letter = (reference.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MOST_COLUMNS) return undefined;
  }
  let row = 0;
  const digits = at;
  for (; at < reference.length; at += 1) {
    const digit = reference.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
    if (row > MOST_ROWS) return undefined;
  }
  return column === 0 || row === 0 || digits === at ? undefined : { column: column - 1, row };
}
