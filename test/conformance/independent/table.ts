import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** Gives the cell of a row by its heading; empty for a heading that is not there. */
export type HandRow = (heading: string) => string;

/** The rows of a well-formed CSV file in UTF-8. */
export function handRows(file: string): HandRow[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const [headings = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
  const at = new Map(headings.map((heading, index) => [heading, index]));
  return rows.map((row) => (heading) => row[at.get(heading) ?? -1] ?? '');
}
