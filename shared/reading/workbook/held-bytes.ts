import { tooLarge } from './workbook-fault.ts';

/** The list of a zip file's parts stands at its end, so the file is held as it is, packed. Figures take some megabytes. */
const MOST_BYTES = 48 * 2 ** 20;

/** A stream as one piece. Throws `WorkbookFault` over the limit, and what the stream throws. */
export async function heldBytes(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MOST_BYTES) throw tooLarge(`it is larger than ${MOST_BYTES / 2 ** 20} MB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
