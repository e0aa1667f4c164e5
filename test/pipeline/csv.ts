import { parse } from 'csv-parse/sync';

/** A table as another reader sees it, a record of texts for each row. */
export function tableOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true });
}
