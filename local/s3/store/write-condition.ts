import { type Refusal, refuse } from '../protocol/refusal.ts';
import { noSuchKey, preconditionFailed } from '../protocol/refusals.ts';
import type { Version } from './version.ts';

/** When a write may happen, judged against the current version in the moment of the write. */
export type WriteCondition = {
  /** An ETag without quotes, or `*` for any. */
  readonly ifMatch: string | null;
  /** Only when there is no object. */
  readonly ifNoneMatch: boolean;
};

/** Reads If-Match and If-None-Match of a put, copy, completion or delete. */
export function readWriteCondition(headers: ReadonlyMap<string, string>): WriteCondition | Refusal {
  const ifMatch = headers.get('if-match');
  const ifNoneMatch = headers.get('if-none-match');
  if (ifNoneMatch !== undefined && ifNoneMatch.trim() !== '*') {
    return refuse(
      'NotImplemented',
      'A header you provided implies functionality that is not implemented: a write takes If-None-Match: * only.',
      {
        details: { Header: 'If-None-Match' },
      },
    );
  }
  return { ifMatch: ifMatch === undefined ? null : unquote(ifMatch), ifNoneMatch: ifNoneMatch !== undefined };
}

/** Null when the write may happen. */
export function checkWrite(condition: WriteCondition, key: string, current: Version | null): Refusal | null {
  const exists = current?.kind === 'object';
  if (condition.ifNoneMatch && exists) return preconditionFailed('If-None-Match');
  if (condition.ifMatch === null) return null;
  if (!exists) return noSuchKey(key);
  return condition.ifMatch === '*' || condition.ifMatch === current.etag
    ? null
    : preconditionFailed('If-Match');
}

/** An ETag as it is kept: without quotes. */
export function unquote(etag: string): string {
  return etag.trim().replace(/^"(.*)"$/, '$1');
}
