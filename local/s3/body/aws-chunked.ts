import { RefusedError, refuse } from '../protocol/refusal.ts';

export type Trailers = ReadonlyMap<string, string>;

// A chunk's head is a size and a signature; a trailer line a name and a checksum.
const longestLine = 4096;

/**
 * Takes the aws-chunked framing off a body (`size[;chunk-signature=…] CRLF data CRLF … 0 CRLF trailers CRLF`), as
 * the SDKs frame streams. Trailers are handed to `onTrailers` before the iteration ends. A body that ends early or
 * is framed wrongly throws a RefusedError; chunk signatures are not verified.
 */
export async function* decodeAwsChunked(
  source: AsyncIterable<Uint8Array>,
  onTrailers: (trailers: Trailers) => void,
): AsyncGenerator<Uint8Array> {
  const input = new ByteReader(source);
  for (;;) {
    const size = parseSize(await input.line());
    if (size === 0) break;
    yield* input.bytes(size);
    if ((await input.line()) !== '') throw badFraming('a chunk is longer than its size says');
  }
  onTrailers(await readTrailers(input));
}

async function readTrailers(input: ByteReader): Promise<Trailers> {
  const trailers = new Map<string, string>();
  // Some clients leave out the empty line when there are no trailers: the end of the body says the same.
  for (let line = await input.lineOrEnd(); line !== null && line !== ''; line = await input.lineOrEnd()) {
    const colon = line.indexOf(':');
    if (colon < 1) throw badFraming('a trailer has no name');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  if (!(await input.atEnd())) throw badFraming('bytes follow the last chunk');
  return trailers;
}

function parseSize(line: string): number {
  const size = /^([0-9a-fA-F]{1,12})(?:;.*)?$/.exec(line)?.[1];
  if (size === undefined) throw badFraming('a chunk has no size');
  return Number.parseInt(size, 16);
}

function badFraming(what: string): RefusedError {
  return new RefusedError(refuse('InvalidRequest', `The aws-chunked body cannot be read: ${what}.`));
}

function endedEarly(): RefusedError {
  return new RefusedError(refuse('IncompleteBody', 'The request body terminated unexpectedly'));
}

/** Lines and stretches of bytes out of a stream, holding no more than one piece of it. */
class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #piece: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async atEnd(): Promise<boolean> {
    while (this.#piece.length === 0 && !this.#ended) this.#piece = await this.#next();
    return this.#piece.length === 0;
  }

  async *bytes(count: number): AsyncGenerator<Uint8Array> {
    let left = count;
    while (left > 0) {
      if (await this.atEnd()) throw endedEarly();
      const part = this.#piece.subarray(0, left);
      this.#piece = this.#piece.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async line(): Promise<string> {
    const line = await this.lineOrEnd();
    if (line === null) throw endedEarly();
    return line;
  }

  /** The next line without its CRLF, or null when the body is over. */
  async lineOrEnd(): Promise<string | null> {
    if (await this.atEnd()) return null;
    for (;;) {
      const end = this.#piece.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#piece.toString('latin1', 0, end);
        this.#piece = this.#piece.subarray(end + 2);
        return line;
      }
      if (this.#piece.length > longestLine) throw badFraming('a line is too long');
      if (this.#ended) throw endedEarly();
      this.#piece = Buffer.concat([this.#piece, await this.#next()]);
    }
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#source.next();
    if (done === true) {
      this.#ended = true;
      return Buffer.alloc(0);
    }
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}
