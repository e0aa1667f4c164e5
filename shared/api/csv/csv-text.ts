/** What a cell of an answer can be; absent and null are empty cells, and the column `status` says why. */
export type Scalar = string | number | boolean | null | undefined;

/** An answer as a table: column names, and a row of them for each item. */
export type CsvTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Scalar[])[];
};

/**
 * A table as RFC 4180 wants it: a header row, commas, CRLF, quotes where a cell needs them. A text that a spreadsheet
 * would work out as a formula gets an apostrophe before it; numbers stay numbers, negative ones too.
 */
export function csvText({ columns, rows }: CsvTable): string {
  return [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** OWASP, CSV injection: what begins so is worked out by spreadsheets. */
const FORMULA = /^[=+\-@\t\r]/;

function cellText(value: Scalar): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
