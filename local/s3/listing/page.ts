export type PageRequest = {
  readonly prefix: string;
  /** Empty: none. */
  readonly delimiter: string;
  readonly limit: number;
  /** A common prefix that an earlier page has given already. */
  readonly givenPrefix: string | null;
};

export type Page<T> = {
  readonly items: readonly T[];
  readonly commonPrefixes: readonly string[];
  readonly truncated: boolean;
  /** The last thing given: where the next page goes on. Null when the page is empty. */
  readonly last: { readonly item: T } | { readonly commonPrefix: string } | null;
};

/**
 * One page of a listing. `entries` are in order and begin behind the marker, at or after the prefix. Keys that hold
 * the delimiter behind the prefix are given once, as a common prefix, which counts as one.
 */
export function pageOf<T extends { readonly key: string }>(
  entries: Iterable<T>,
  request: PageRequest,
): Page<T> {
  const { prefix, delimiter, limit, givenPrefix } = request;
  const items: T[] = [];
  const commonPrefixes: string[] = [];
  let last: Page<T>['last'] = null;
  let current = givenPrefix;
  for (const entry of entries) {
    if (!entry.key.startsWith(prefix)) break;
    const commonPrefix = commonPrefixOf(entry.key, prefix, delimiter);
    if (commonPrefix !== null && commonPrefix === current) continue;
    if (items.length + commonPrefixes.length >= limit) {
      return { items, commonPrefixes, truncated: limit > 0, last };
    }
    current = commonPrefix;
    if (commonPrefix === null) {
      items.push(entry);
      last = { item: entry };
    } else {
      commonPrefixes.push(commonPrefix);
      last = { commonPrefix };
    }
  }
  return { items, commonPrefixes, truncated: false, last };
}

/** The key up to and with the first delimiter behind the prefix; null when there is none. */
export function commonPrefixOf(key: string, prefix: string, delimiter: string): string | null {
  if (delimiter === '' || !key.startsWith(prefix)) return null;
  const at = key.indexOf(delimiter, prefix.length);
  return at < 0 ? null : key.slice(0, at + delimiter.length);
}
