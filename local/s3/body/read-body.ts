import { createHash } from 'node:crypto';
import { isRefusal, type Refusal, RefusedError, refuse } from '../protocol/refusal.ts';
import type { S3Request } from '../protocol/request.ts';
import type { Checksum } from '../store/version.ts';
import { decodeAwsChunked, type Trailers } from './aws-chunked.ts';
import {
  type ChecksumAlgorithm,
  checksumHeader,
  isChecksumValue,
  startChecksum,
} from './checksum-algorithm.ts';
import { type ExpectedDigests, readExpectedDigests } from './expected-digests.ts';
import { type Framing, readFraming } from './framing.ts';

/** What was found of a body that has been read whole. `md5` is hexadecimal. */
export type BodyFacts = { readonly size: number; readonly md5: string; readonly checksum: Checksum | null };

/**
 * Reads a request's body through `write`, piece by piece, and verifies its length and every digest that came with
 * it. A refusal means that what was written must be thrown away. What `write` throws is passed on. `needed` is
 * computed when the request brings no checksum of its own.
 */
export async function readBody(
  request: Pick<S3Request, 'headers' | 'body'>,
  limit: number,
  write: (piece: Uint8Array) => unknown,
  needed: ChecksumAlgorithm | null = null,
): Promise<BodyFacts | Refusal> {
  const framing = readFraming(request.headers, limit);
  if (isRefusal(framing)) return framing;
  const expected = readExpectedDigests(request.headers);
  if (isRefusal(expected)) return expected;
  try {
    return await take(request.body, framing, expected, write, needed);
  } catch (error) {
    if (error instanceof RefusedError) return error.refusal;
    throw error;
  }
}

async function take(
  body: AsyncIterable<Uint8Array>,
  framing: Framing,
  expected: ExpectedDigests,
  write: (piece: Uint8Array) => unknown,
  needed: ChecksumAlgorithm | null,
): Promise<BodyFacts | Refusal> {
  let trailers: Trailers = new Map();
  const source = framing.awsChunked
    ? decodeAwsChunked(body, (found) => {
        trailers = found;
      })
    : body;
  const md5 = createHash('md5');
  const sha256 = expected.sha256 === null ? null : createHash('sha256');
  const algorithm = expected.checksum?.algorithm ?? needed;
  const running = algorithm === null ? null : startChecksum(algorithm);
  let size = 0;
  for await (const piece of source) {
    size += piece.length;
    if (size > framing.length) return wrongLength();
    md5.update(piece);
    sha256?.update(piece);
    running?.update(piece);
    await write(piece);
  }
  if (size < framing.length) return wrongLength();
  const value = running?.digest().toString('base64') ?? null;
  const found = { md5: md5.digest(), sha256: sha256?.digest('hex') ?? null, checksum: value };
  return (
    verified(expected, trailers, found) ?? {
      size,
      md5: found.md5.toString('hex'),
      checksum: algorithm === null || value === null ? null : { algorithm, value, type: 'FULL_OBJECT' },
    }
  );
}

type Found = { readonly md5: Buffer; readonly sha256: string | null; readonly checksum: string | null };

function verified(expected: ExpectedDigests, trailers: Trailers, found: Found): Refusal | null {
  if (expected.md5 !== null && expected.md5 !== found.md5.toString('base64')) {
    return refuse('BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  if (expected.sha256 !== found.sha256) {
    const message = "The provided 'x-amz-content-sha256' header does not match what was computed.";
    return refuse('XAmzContentSHA256Mismatch', message);
  }
  if (expected.checksum === null) return null;
  const { algorithm } = expected.checksum;
  const stated = expected.checksum.value ?? trailers.get(checksumHeader(algorithm));
  if (stated === undefined || !isChecksumValue(algorithm, stated)) {
    return refuse(
      'MalformedTrailerError',
      `The request contained trailing data that was not well-formed: ${checksumHeader(algorithm)} is needed.`,
    );
  }
  if (stated !== found.checksum) {
    return refuse('BadDigest', `The ${algorithm} you specified did not match the calculated checksum.`);
  }
  return null;
}

function wrongLength(): Refusal {
  return refuse(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
