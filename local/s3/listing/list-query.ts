import { limits } from '../protocol/limits.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { invalidArgument } from '../protocol/refusals.ts';
import type { XmlNode } from '../xml/write.ts';

/** What every listing takes. */
export type ListQuery = {
  readonly prefix: string;
  readonly delimiter: string;
  /** At most 1,000. */
  readonly limit: number;
  /** Writes keys into the answer: percent-encoded when the request asks for it. */
  readonly encode: (key: string) => string;
  readonly encoding: 'url' | null;
};

export function readListQuery(
  query: ReadonlyMap<string, string>,
  limitName = 'max-keys',
): ListQuery | Refusal {
  const limit = readLimit(query, limitName);
  if (isRefusal(limit)) return limit;
  const encoding = query.get('encoding-type')?.toLowerCase() ?? null;
  if (encoding !== null && encoding !== 'url') {
    return invalidArgument('encoding-type', encoding, 'Invalid Encoding Method specified in Request');
  }
  return {
    prefix: query.get('prefix') ?? '',
    delimiter: query.get('delimiter') ?? '',
    limit,
    encode: encoding === 'url' ? percentEncode : (key) => key,
    encoding,
  };
}

function readLimit(query: ReadonlyMap<string, string>, name: string): number | Refusal {
  const text = query.get(name);
  if (text === undefined || text === '') return limits.keysAtOnce;
  if (!/^\d{1,10}$/.test(text)) {
    return invalidArgument(name, text, `Provided ${name} not an integer or within integer range`);
  }
  return Math.min(Number(text), limits.keysAtOnce);
}

// Spaces as %20: clients that undo form encoding and clients that do not both read it.
function percentEncode(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/');
}

/** Elements that all listings have at their head. */
export function listHead(bucket: string, { prefix, delimiter, encode, encoding }: ListQuery): XmlNode[] {
  return [
    ['Name', bucket],
    ['Prefix', encode(prefix)],
    ...(delimiter === '' ? [] : [['Delimiter', encode(delimiter)] as const]),
    ...(encoding === null ? [] : [['EncodingType', encoding] as const]),
  ];
}

export function commonPrefixNodes(prefixes: readonly string[], { encode }: ListQuery): XmlNode[] {
  return prefixes.map((prefix) => ['CommonPrefixes', [['Prefix', encode(prefix)]]]);
}
