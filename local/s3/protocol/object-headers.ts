import { checksumHeader } from '../body/checksum-algorithm.ts';
import { contentCodings } from '../body/framing.ts';
import type { Checksum, ObjectVersion, Version } from '../store/version.ts';
import { nullVersionId } from '../store/version.ts';
import { limits } from './limits.ts';
import { type Refusal, refuse } from './refusal.ts';
import { invalidArgument } from './refusals.ts';

/** The headers that an object keeps and gives back. */
export const keptHeaders = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
] as const;

const metadataPrefix = 'x-amz-meta-';

// They would change what is kept or who may read it: taking the object without them would be a quiet loss.
const unsupported =
  /^x-amz-(?:tagging|grant-.*|object-lock-.*|write-offset-bytes|website-redirect-location|(?:copy-source-)?server-side-encryption-customer-.*)$/;

const privateAcls = ['private', 'bucket-owner-full-control'];

/** Content-Type and friends, and user metadata, of a request that makes an object. */
export function readObjectHeaders(
  request: ReadonlyMap<string, string>,
): Pick<ObjectVersion, 'headers' | 'metadata'> | Refusal {
  const refused = [...request.keys()].find((name) => unsupported.test(name));
  if (refused !== undefined) {
    return refuse('NotImplemented', 'A header you provided implies functionality that is not implemented', {
      details: { Header: refused },
    });
  }
  if (!privateAcls.includes(request.get('x-amz-acl') ?? 'private')) {
    return refuse('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  const kept = keptHeaders.flatMap((name) => {
    const value = name === 'content-encoding' ? codingsOfObject(request) : request.get(name);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const metadata = [...request]
    .filter(([name]) => name.startsWith(metadataPrefix))
    .map(([name, value]) => [name.slice(metadataPrefix.length), value] as const);
  const unsendable = [...kept, ...metadata].find(([name, value]) => !isSendable(name, value));
  if (unsendable !== undefined) {
    const [name, value] = unsendable;
    return invalidArgument(name, value, 'Header name or value cannot be represented.');
  }
  const size = metadata.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > limits.metadataBytes) {
    return refuse('MetadataTooLarge', 'Your metadata headers exceed the maximum allowed metadata size', {
      details: { Size: String(size), MaxSizeAllowed: String(limits.metadataBytes) },
    });
  }
  const headers = { 'content-type': 'binary/octet-stream', ...Object.fromEntries(kept) };
  return { headers, metadata: Object.fromEntries(metadata) };
}

// A presigned address may carry what no header can: the object could then never be read.
function isSendable(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name) && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}

/** Content-Encoding without the framing of the transfer. */
function codingsOfObject(request: ReadonlyMap<string, string>): string {
  return contentCodings(request)
    .filter((coding) => coding !== 'aws-chunked')
    .join(',');
}

/** What GET and HEAD say of an object, but for lengths and checksums. */
export function objectHeaders(version: ObjectVersion): Record<string, string> {
  const metadata = Object.entries(version.metadata).map(([name, value]) => [metadataPrefix + name, value]);
  return {
    ...version.headers,
    ...Object.fromEntries(metadata),
    ...validators(version),
    ...versionHeader(version),
    'accept-ranges': 'bytes',
  };
}

/** ETag and Last-Modified. */
export function validators(version: ObjectVersion): Record<string, string> {
  return { etag: `"${version.etag}"`, 'last-modified': new Date(version.lastModified).toUTCString() };
}

/** Nothing for the null version, as of a bucket that never kept versions. */
export function versionHeader({ versionId }: Pick<Version, 'versionId'>): Record<string, string> {
  return versionId === nullVersionId ? {} : { 'x-amz-version-id': versionId };
}

export function checksumHeaders(checksum: Checksum | null): Record<string, string> {
  if (checksum === null) return {};
  return { [checksumHeader(checksum.algorithm)]: checksum.value, 'x-amz-checksum-type': checksum.type };
}
