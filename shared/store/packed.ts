import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';

const bytes = z.instanceof(Uint8Array);

/** A value as compressed JSON, for an attribute of an item (400 KB at most an item). */
export function pack(value: unknown): Uint8Array {
  return gzipSync(JSON.stringify(value));
}

/** The value that `pack` took; throws when the attribute is not what `pack` made. */
export function unpack(attribute: unknown): unknown {
  return JSON.parse(gunzipSync(bytes.parse(attribute)).toString('utf8'));
}

// DynamoDB takes 400 KB an item, its keys included.
const LARGEST_PIECE = 300_000;

/** What `pack` makes, in pieces that each fit into an item; nearly always one. */
export function packInPieces(value: unknown): readonly Uint8Array[] {
  const packed = pack(value);
  const count = Math.max(1, Math.ceil(packed.length / LARGEST_PIECE));
  return Array.from({ length: count }, (_, at) =>
    packed.subarray(at * LARGEST_PIECE, (at + 1) * LARGEST_PIECE),
  );
}

/** The value whose pieces these are, in their order. */
export function unpackPieces(pieces: readonly unknown[]): unknown {
  return unpack(Buffer.concat(pieces.map((piece) => bytes.parse(piece))));
}
