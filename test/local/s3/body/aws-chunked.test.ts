import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAwsChunked, type Trailers } from '../../../../local/s3/body/aws-chunked.ts';
import { RefusedError } from '../../../../local/s3/protocol/refusal.ts';

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield await Promise.resolve(bytes.subarray(at, at + size));
    at += size;
  }
}

function frame(chunks: readonly Uint8Array[], trailers: Record<string, string>): Buffer {
  const framed = chunks
    .filter(({ length }) => length > 0)
    .flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')]);
  const lines = Object.entries(trailers).map(([name, value]) => `${name}:${value}\r\n`);
  return Buffer.concat([...framed, Buffer.from(`0\r\n${lines.join('')}\r\n`)]);
}

async function decode(
  source: AsyncIterable<Uint8Array>,
): Promise<{ bytes: Buffer; trailers: Trailers | null }> {
  let trailers: Trailers | null = null;
  const pieces: Uint8Array[] = [];
  for await (const piece of decodeAwsChunked(source, (found) => (trailers = found))) pieces.push(piece);
  return { bytes: Buffer.concat(pieces), trailers };
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });

describe('aws-chunked framing', () => {
  test('comes off again, however the network cuts it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array()), sizes, async (chunks, cuts) => {
        const sent = frame(chunks, { 'X-Amz-Checksum-Crc32': 'AAAAAA==' });
        const { bytes, trailers } = await decode(inPieces(sent, cuts));
        expect(bytes).toEqual(Buffer.concat(chunks));
        expect(trailers).toEqual(new Map([['x-amz-checksum-crc32', 'AAAAAA==']]));
      }),
    );
  });

  test('that ends anywhere before its end is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ minLength: 1 }), { minLength: 1 }),
        sizes,
        fc.nat(),
        async (chunks, cuts, at) => {
          const sent = frame(chunks, {});
          // Without the empty line behind the last chunk a body counts as whole: nothing of it is missing.
          const short = sent.subarray(0, at % (sent.length - '\r\n'.length - 1));
          await expect(decode(inPieces(short, cuts))).rejects.toBeInstanceOf(RefusedError);
        },
      ),
    );
  });

  test('never fails but by refusal', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), sizes, async (text, cuts) => {
        const outcome = await decode(inPieces(Buffer.from(text), cuts)).catch((error: unknown) => error);
        expect(outcome instanceof Error && !(outcome instanceof RefusedError)).toBe(false);
      }),
    );
  });

  test('with an endless line is refused before it fills the memory', async () => {
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) yield await Promise.resolve(Buffer.alloc(1024, 'a'));
    }
    await expect(decode(endless())).rejects.toBeInstanceOf(RefusedError);
  });
});
