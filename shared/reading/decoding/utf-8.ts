import { fileProblem } from '../problem.ts';
import type { TextEvent } from '../row-event.ts';
import type { Decoding } from './decoding.ts';
import { checkedText } from './not-text.ts';
import { tryDecode } from './try-decode.ts';
import { windows1252 } from './windows-1252.ts';

/**
 * UTF-8 with or without a byte order mark, and Windows-1252, which shows only where the first £ or dash stands: up to
 * there both are the same bytes. It takes every head: what is neither is refused while decoding.
 */
export const utf8: Decoding = { name: 'UTF-8', recognises: () => true, decode };

/** Bytes without any plain letter between them, longer than any text has. */
const LONGEST_HELD = 65_536;

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextEvent, void, undefined> {
  const check = checkedText();
  // A decoder drops a byte order mark wherever a piece begins with it; it is one only at the very start.
  const atStart = new TextDecoder('utf-8', { fatal: true });
  const later = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let encoding: 'plain' | 'UTF-8' | 'Windows-1252' = 'plain';
  let first = true;
  for await (const piece of wholeCharacters(bytes)) {
    let text: string | undefined;
    if (encoding !== 'Windows-1252') {
      text = tryDecode(() => (first ? atStart : later).decode(piece));
      // Only plain letters are as many characters as bytes.
      const other = text === undefined ? /[^\0-\x7F]/.test(soundPart(piece)) : text.length < piece.length;
      if (other) encoding = 'UTF-8';
    }
    if (text === undefined && encoding !== 'UTF-8') {
      text = windows1252(piece);
      if (encoding === 'plain') yield { kind: 'encoding', name: 'Windows-1252' };
      encoding = 'Windows-1252';
    }
    if (text === undefined) {
      yield* check(soundPart(piece));
      return yield neither();
    }
    first = false;
    const events = check(text);
    yield* events;
    if (events.at(-1)?.kind === 'refused') return;
  }
}

/** What stands before the first bytes that are no UTF-8. With a character that is no plain letter, it was UTF-8. */
function soundPart(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0] ?? '';
}

/** The same bytes, cut only behind a plain character, so that no character of either encoding is cut in two. */
async function* wholeCharacters(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  let held: Uint8Array = new Uint8Array();
  for await (const chunk of bytes) {
    const joined = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const cut = joined.findLastIndex((byte) => byte < 128) + 1;
    const end = cut === 0 && joined.length > LONGEST_HELD ? joined.length : cut;
    held = joined.subarray(end);
    if (end > 0) yield joined.subarray(0, end);
  }
  if (held.length > 0) yield held;
}

function neither(): TextEvent {
  const message =
    'Cannot read this file as text: it has bytes that are neither UTF-8 nor Windows-1252 characters, or both mixed. It may have been put together of several files, or be no text file. Save it as "CSV UTF-8 (comma delimited)" and drop that file.';
  return { kind: 'refused', problem: fileProblem('not-utf-8', message) };
}
