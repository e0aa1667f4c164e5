import { peek } from '../head.ts';
import type { RowEvent } from '../row-event.ts';
import { csv } from './csv.ts';
import type { Format, KnownHeadings } from './format.ts';
import { xlsx } from './xlsx.ts';

/** As many bytes as tell formats and encodings apart. */
const HEAD_BYTES = 4096;

/** Every format that is read. The first that recognises a file reads it; CSV is last and takes all. */
export const formats = [xlsx, csv] as const satisfies readonly Format[];

/** The rows of a file in whatever format it is. Throws only what the byte stream throws. */
export async function* rowsOf(
  source: AsyncIterable<Uint8Array>,
  knownHeadings: KnownHeadings,
): AsyncGenerator<RowEvent, void, undefined> {
  const { head, bytes } = await peek(source, HEAD_BYTES);
  const format: Format = formats.find((candidate) => candidate.recognises(head)) ?? csv;
  yield* format.rows(bytes, knownHeadings);
}
