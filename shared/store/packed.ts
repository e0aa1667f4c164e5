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
