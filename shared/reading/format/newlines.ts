import type { TextEvent } from '../row-event.ts';

/** The text with every kind of line end (CRLF, CR, LF, also mixed) written as LF, over chunk borders too. */
export async function* withPlainNewlines(
  events: AsyncIterable<TextEvent>,
): AsyncGenerator<TextEvent, void, undefined> {
  let held = '';
  for await (const event of events) {
    if (event.kind !== 'text') {
      yield event;
      if (event.kind === 'refused') return;
      continue;
    }
    const text = held + event.text;
    // A CR at the end of a chunk may be half of a CRLF.
    held = text.endsWith('\r') ? '\r' : '';
    const plain = text.includes('\r')
      ? text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n')
      : text;
    if (plain !== '') yield { kind: 'text', text: plain };
  }
  if (held !== '') yield { kind: 'text', text: '\n' };
}
