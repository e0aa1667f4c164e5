import type { TextEvent } from '../row-event.ts';

/** A way in which text is written as bytes. */
export type Decoding = {
  /** As the report names it: `UTF-8`. */
  readonly name: string;
  /** Whether a file that begins so is written in it. */
  recognises(head: Uint8Array): boolean;
  /** The text without a byte order mark; ends in `refused` where the bytes are not text of this encoding. */
  decode(bytes: AsyncIterable<Uint8Array>, head: Uint8Array): AsyncIterable<TextEvent>;
};
