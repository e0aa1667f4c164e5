import { isBucketName } from '../bucket-config.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What a request is about: the service (no bucket), a bucket (no key), or an object. */
export type Target = {
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: ReadonlyMap<string, string>;
  /** As sent, still encoded. */
  readonly path: string;
};

const longestKey = 1024;

/**
 * Reads a request line's target, path style only. The key is taken exactly: `..`, `//` and `+` are part of it
 * (`new URL` would resolve the dots), and only percent-encoding is undone.
 */
export function parseTarget(requestTarget: string): Target | Refusal {
  const origin = /^https?:\/\/[^/?]*/i.exec(requestTarget)?.[0] ?? '';
  const relative = requestTarget.slice(origin.length);
  const mark = relative.indexOf('?');
  const path = mark < 0 ? relative : relative.slice(0, mark);
  const query = parseQuery(mark < 0 ? '' : relative.slice(mark + 1));
  const resource = parseResource(path.replace(/^\//, ''));
  if ('kind' in resource) return resource;
  return query === null ? badEncoding() : { ...resource, query, path };
}

/** Reads `bucket/key`, percent-encoded, as in a path or a copy source. */
export function parseResource(encoded: string): { bucket: string | null; key: string | null } | Refusal {
  const slash = encoded.indexOf('/');
  const bucket = decodePercent(slash < 0 ? encoded : encoded.slice(0, slash));
  const key = decodePercent(slash < 0 ? '' : encoded.slice(slash + 1));
  if (bucket === null || key === null) return badEncoding();
  if (bucket === '') return { bucket: null, key: null };
  if (!isBucketName(bucket)) return refuse('InvalidBucketName', 'The specified bucket is not valid.');
  const tooLong = checkKeyLength(key);
  if (tooLong !== null) return tooLong;
  return { bucket, key: key === '' ? null : key };
}

/** Refuses a key of more than 1,024 bytes. */
export function checkKeyLength(key: string): Refusal | null {
  const size = Buffer.byteLength(key);
  if (size <= longestKey) return null;
  return refuse('KeyTooLongError', 'Your key is too long', {
    details: { Size: String(size), MaxSizeAllowed: String(longestKey) },
  });
}

function parseQuery(text: string): Map<string, string> | null {
  const query = new Map<string, string>();
  for (const pair of text.split('&').filter((part) => part !== '')) {
    const equals = pair.indexOf('=');
    const end = equals < 0 ? pair.length : equals;
    // In a query, unlike in a path, a plus is a space.
    const [name, value] = [pair.slice(0, end), pair.slice(end + 1)].map((part) =>
      decodePercent(part.replaceAll('+', ' ')),
    );
    if (typeof name !== 'string' || typeof value !== 'string') return null;
    if (!query.has(name)) query.set(name, value);
  }
  return query;
}

function decodePercent(text: string): string | null {
  try {
    const plain = decodeURIComponent(text);
    // Raw bytes beyond ASCII are not an address; NUL cannot be written in XML and would spoil every listing.
    return /^[\x20-\x7e]*$/.test(text) && !plain.includes('\0') ? plain : null;
  } catch {
    return null;
  }
}

function badEncoding(): Refusal {
  return refuse(
    'InvalidURI',
    "Couldn't parse the specified URI: it must be UTF-8 without NUL, percent-encoded.",
  );
}
