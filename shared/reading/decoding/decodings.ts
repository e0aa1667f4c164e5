import type { Decoding } from './decoding.ts';
import { utf8 } from './utf-8.ts';
import { utf16 } from './utf-16.ts';

/** Every encoding that text may have. The first that recognises a file reads it; UTF-8 is last and takes all. */
export const decodings = [utf16, utf8] as const satisfies readonly Decoding[];

/** The encoding of text that begins so. */
export function decodingOf(head: Uint8Array): Decoding {
  return decodings.find((decoding) => decoding.recognises(head)) ?? utf8;
}
