import type { ObjectVersion } from '../store/version.ts';
import { unquote } from '../store/write-condition.ts';
import { validators, versionHeader } from './object-headers.ts';
import { type Refusal, refuse } from './refusal.ts';
import { preconditionFailed } from './refusals.ts';

/** Names of the four headers: a GET's own, or those of a copy's source. */
const ownNames = {
  match: 'if-match',
  noneMatch: 'if-none-match',
  modifiedSince: 'if-modified-since',
  unmodifiedSince: 'if-unmodified-since',
} as const;

const sourceNames = {
  match: 'x-amz-copy-source-if-match',
  noneMatch: 'x-amz-copy-source-if-none-match',
  modifiedSince: 'x-amz-copy-source-if-modified-since',
  unmodifiedSince: 'x-amz-copy-source-if-unmodified-since',
} as const;

/** Null when a GET or HEAD may answer with the object; else 412 or 304. */
export function checkRead(headers: ReadonlyMap<string, string>, version: ObjectVersion): Refusal | null {
  const failed = failedCondition(headers, version, ownNames);
  if (failed === null) return null;
  if (failed !== ownNames.noneMatch && failed !== ownNames.modifiedSince) return preconditionFailed(failed);
  return refuse('NotModified', 'Not Modified', {
    headers: { ...validators(version), ...versionHeader(version) },
  });
}

/** Null when a copy may take the source. */
export function checkCopySource(
  headers: ReadonlyMap<string, string>,
  version: ObjectVersion,
): Refusal | null {
  const failed = failedCondition(headers, version, sourceNames);
  return failed === null ? null : preconditionFailed(failed);
}

// RFC 9110, 13.2.2: an ETag condition puts the date condition of its kind aside.
function failedCondition(
  headers: ReadonlyMap<string, string>,
  version: ObjectVersion,
  names: typeof ownNames | typeof sourceNames,
): string | null {
  const match = headers.get(names.match);
  const noneMatch = headers.get(names.noneMatch);
  const unmodifiedSince = seconds(headers.get(names.unmodifiedSince));
  const modifiedSince = seconds(headers.get(names.modifiedSince));
  const modified = Math.floor(version.lastModified / 1000);
  if (match !== undefined && !matches(match, version.etag)) return names.match;
  if (match === undefined && unmodifiedSince !== null && modified > unmodifiedSince)
    return names.unmodifiedSince;
  if (noneMatch !== undefined && matches(noneMatch, version.etag)) return names.noneMatch;
  if (noneMatch === undefined && modifiedSince !== null && modified <= modifiedSince)
    return names.modifiedSince;
  return null;
}

function matches(list: string, etag: string): boolean {
  return list
    .split(',')
    .some((one) => one.trim() === '*' || unquote(one.trim().replace(/^W\//, '')) === etag);
}

function seconds(date: string | undefined): number | null {
  const time = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(time) ? null : Math.floor(time / 1000);
}
