import type { Bucket } from '../bucket.ts';
import { versionHeader } from '../protocol/object-headers.ts';
import { type Refusal, refuse } from '../protocol/refusal.ts';
import { invalidArgument, noSuchKey, noSuchVersion } from '../protocol/refusals.ts';
import type { ObjectVersion } from '../store/version.ts';

/** The object that a read means: the version asked for, or the current one. Delete markers are refused as S3 does. */
export function findObject(
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
): ObjectVersion | Refusal {
  const malformed = versionId === undefined ? null : checkVersionId(versionId);
  if (malformed !== null) return malformed;
  const { index } = bucket.objects;
  const version = versionId === undefined ? index.current(key) : index.find(key, versionId);
  if (version === null) return versionId === undefined ? noSuchKey(key) : noSuchVersion(key, versionId);
  if (version.kind === 'object') return version;
  const marker = { 'x-amz-delete-marker': 'true', ...versionHeader(version) };
  if (versionId === undefined) return noSuchKey(key, marker);
  return refuse('MethodNotAllowed', 'The specified method is not allowed against this resource.', {
    details: { Method: 'GET', ResourceType: 'DeleteMarker' },
    headers: { ...marker, allow: 'DELETE', 'last-modified': new Date(version.lastModified).toUTCString() },
  });
}

/** Refuses what cannot be a version id: it goes back in a header. */
export function checkVersionId(versionId: string): Refusal | null {
  if (versionId === '') return invalidArgument('versionId', '', 'Version id cannot be the empty string');
  const isPrintable = /^[\x21-\x7e]{1,1024}$/.test(versionId);
  return isPrintable ? null : invalidArgument('versionId', versionId, 'Invalid version id specified');
}
