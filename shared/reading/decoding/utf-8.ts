import { fileProblem } from '../problem.ts';
import type { TextEvent } from '../row-event.ts';
import type { Decoding } from './decoding.ts';

/** UTF-8 with or without a byte order mark. It takes every head: what is not UTF-8 is refused while decoding. */
export const utf8: Decoding = { name: 'UTF-8', recognises: () => true, decode };

async function* decode(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TextEvent, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of bytes) {
    const text = decoded(() => decoder.decode(chunk, { stream: true }));
    if (text === undefined) return yield notUtf8(line + linesBeforeFault(chunk));
    if (text.includes('\0')) return yield notText(line + linesIn(text.slice(0, text.indexOf('\0'))));
    line += linesIn(text);
    if (text !== '') yield { kind: 'text', text };
  }
  const rest = decoded(() => decoder.decode());
  if (rest === undefined) return yield notUtf8(line);
  if (rest !== '') yield { kind: 'text', text: rest };
}

/** TextDecoder tells of bytes that are not UTF-8 by a TypeError with this code; anything else is a bug. */
function decoded(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return undefined;
    }
    throw error;
  }
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Whole lines of a chunk before its first bytes that are no characters. */
function linesBeforeFault(chunk: Uint8Array): number {
  return linesIn(new TextDecoder('utf-8').decode(chunk).split('\uFFFD', 1)[0] ?? '');
}

function notUtf8(line: number): TextEvent {
  const message = `Cannot read this file as UTF-8 text: on or after line ${line} it has bytes that are no UTF-8 characters. It may be Windows-1252, in which £ and dashes are written differently, or not a text file. Save it as "CSV UTF-8 (comma delimited)" and drop that file.`;
  return { kind: 'refused', problem: fileProblem('not-utf-8', message) };
}

function notText(line: number): TextEvent {
  const message = `Cannot read this file as text: it has a NUL byte on line ${line}, which text never has. Export it again, or save it as "CSV UTF-8 (comma delimited)", and drop that file.`;
  return { kind: 'refused', problem: fileProblem('not-text', message) };
}
