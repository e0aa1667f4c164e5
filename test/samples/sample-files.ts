import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';

const root = new URL('../../samples/', import.meta.url);

const listSchema = z.strictObject({
  files: z.array(z.strictObject({ key: z.string(), knownAt: z.string() })).min(1),
});

const rowsSchema = z.array(z.record(z.string(), z.string()));

/** The list of sample drops, in the order in which they are put. */
export const sampleFiles = listSchema.parse(
  JSON.parse(readFileSync(new URL('drops.json', root), 'utf8')),
).files;

/** Keys of every CSV file that lies in the folder, listed or not. */
export function keysOnDisk(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.csv'));
}

export function sampleBytes(key: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(key, root)));
}

/** The rows of a sample file by column, as written. */
export function sampleRows(key: string): Record<string, string>[] {
  return rowsSchema.parse(parse(readFileSync(new URL(key, root)), { columns: true }));
}
