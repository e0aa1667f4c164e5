import { fileProblem } from '../problem.ts';
import type { TextEvent } from '../row-event.ts';
import type { Decoding } from './decoding.ts';
import { checkedText } from './not-text.ts';
import { tryDecode } from './try-decode.ts';

/** UTF-16 of either byte order, with or without its mark: what Excel calls "Unicode Text". */
export const utf16: Decoding = { name: 'UTF-16', recognises: (head) => orderOf(head) !== undefined, decode };

type Order = 'utf-16le' | 'utf-16be';

/** By its mark; without one, English text has a zero in nearly every second byte, always on the same side. */
function orderOf(head: Uint8Array): Order | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  head.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  });
  if (Math.max(even, odd) <= head.length * 0.35 || Math.min(even, odd) >= head.length * 0.02)
    return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

async function* decode(
  bytes: AsyncIterable<Uint8Array>,
  head: Uint8Array,
): AsyncGenerator<TextEvent, void, undefined> {
  const decoder = new TextDecoder(orderOf(head) ?? 'utf-16le', { fatal: true });
  const check = checkedText();
  for await (const chunk of bytes) {
    const text = tryDecode(() => decoder.decode(chunk, { stream: true }));
    if (text === undefined) return yield broken();
    const events = check(text);
    yield* events;
    if (events.at(-1)?.kind === 'refused') return;
  }
  if (tryDecode(() => decoder.decode()) === undefined) yield broken();
}

function broken(): TextEvent {
  const message =
    'Cannot read this file as UTF-16 text: it has bytes that are no characters, or ends within one. It may have been cut off. Export it again, or save it as "CSV UTF-8 (comma delimited)", and drop that file.';
  return { kind: 'refused', problem: fileProblem('not-utf-16', message) };
}
