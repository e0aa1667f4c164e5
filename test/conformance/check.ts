import type { DropReport } from '../../shared/facts/drop.ts';
import { memoryIngest } from '../ingest/in-memory.ts';

/** One thing that was looked at: right or not, and a line that says what was found. */
export type Check = { readonly right: boolean; readonly line: string };

export type Taken = { readonly report: DropReport; readonly ingest: ReturnType<typeof memoryIngest> };

/** Puts a file through the real ingest as the only one that there is. */
export async function take(file: string, folder: string, name: string): Promise<Taken> {
  const ingest = memoryIngest();
  const putTime = '2026-01-01T09:00:00.000Z';
  return { report: await ingest.take(`${folder}/${name}`, file, { putTime }), ingest };
}

/** Rows read = accepted + partly + rejected + ignored, and nothing is stored of a file that is refused. */
export function isSound({ state, rows, cells }: DropReport): boolean {
  const balanced = rows.read === rows.accepted + rows.partly + rows.rejected + rows.ignored;
  return balanced && (state !== 'quarantined' || cells === 0);
}

/** `quarantined (la-code), 375 rows = 0 + 0 + 341 + 34, 0 figures` */
export function told({ state, quarantineCode, rows, cells }: DropReport): string {
  const { read, accepted, partly, rejected, ignored } = rows;
  const code = quarantineCode === null ? '' : ` (${quarantineCode})`;
  return `${state}${code}, ${read} rows = ${accepted} + ${partly} + ${rejected} + ${ignored}, ${cells} figures`;
}
