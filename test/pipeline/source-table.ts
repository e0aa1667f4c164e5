import { readFileSync } from 'node:fs';
import { tableOf } from './csv.ts';

/** A table of the council's papers, a record of texts for each row: `conditions`, `risks`, … */
export function sourceTable(name: string): Record<string, string>[] {
  return tableOf(readFileSync(new URL(`source-figures/${name}.csv`, import.meta.url), 'utf8'));
}

const RATINGS: Readonly<Record<string, string | null>> = {
  '': null,
  Green: 'green',
  Amber: 'amber',
  Red: 'red',
  Blue: 'blue',
  'Green - On Track': 'green',
  'Amber / Green - Off Track': 'amber-green',
};

/** A rating in the words of the papers as the API gives it; null where none was published, which is never grey. */
export function ratingOf(words = ''): string | null {
  const rating = RATINGS[words];
  if (rating === undefined) throw new Error(`The papers have a rating that is not known: ${words}`);
  return rating;
}
