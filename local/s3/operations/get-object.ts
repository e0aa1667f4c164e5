import { validateHeaderValue } from 'node:http';
import type { Bucket } from '../bucket.ts';
import { checksumHeaders, keptHeaders, objectHeaders } from '../protocol/object-headers.ts';
import { type ByteRange, parseRange } from '../protocol/range.ts';
import { checkRead } from '../protocol/read-condition.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { invalidArgument } from '../protocol/refusals.ts';
import { emptyReply, type Reply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import type { ObjectVersion } from '../store/version.ts';
import { unquote } from '../store/write-condition.ts';
import { findObject } from './find-object.ts';

/** The query parameters by which a GET changes the headers of its answer. */
export const responseOverrides = keptHeaders.map((header) => `response-${header}`);

/** HeadObject. */
export async function headObject(bucket: Bucket, request: ObjectRequest): Promise<Reply | Refusal> {
  const planned = planRead(bucket, request);
  return await Promise.resolve(isRefusal(planned) ? planned : emptyReply(planned.status, planned.headers));
}

/** GetObject: whole or one range, streamed from disk. */
export async function getObject(bucket: Bucket, request: ObjectRequest): Promise<Reply | Refusal> {
  for (;;) {
    const planned = planRead(bucket, request);
    if (isRefusal(planned)) return planned;
    const { status, headers, version, range } = planned;
    const { start, length } = range ?? { start: 0, length: version.size };
    if (length === 0) return emptyReply(status, headers);
    const handle = await bucket.objects.read(version);
    if (handle !== null) return { status, headers, body: { kind: 'file', handle, start, length } };
    // Removed between look-up and opening: the look-up now says what is there. A file that is gone although the
    // index has it was taken away from outside.
    if (bucket.objects.index.find(version.key, version.versionId) === version) {
      throw new Error(`The stored file of version ${version.versionId} is missing from the data directory.`);
    }
  }
}

type PlannedRead = {
  readonly status: 200 | 206;
  readonly headers: Record<string, string>;
  readonly version: ObjectVersion;
  readonly range: ByteRange | null;
};

function planRead(bucket: Bucket, { key, query, headers }: ObjectRequest): PlannedRead | Refusal {
  const version = findObject(bucket, key, query.get('versionId'));
  if (isRefusal(version)) return version;
  const failed = checkRead(headers, version);
  if (failed !== null) return failed;
  const overrides = readOverrides(query);
  if (isRefusal(overrides)) return overrides;
  const ifRange = headers.get('if-range');
  const ranged = ifRange === undefined || unquote(ifRange) === version.etag;
  const range = parseRange(ranged ? headers.get('range') : undefined, version.size);
  if (isRefusal(range)) return range;
  const common = { ...objectHeaders(version), ...overrides };
  if (range === null) {
    const checksum =
      headers.get('x-amz-checksum-mode') === 'ENABLED' ? checksumHeaders(version.checksum) : {};
    return {
      status: 200,
      headers: { ...common, ...checksum, 'content-length': String(version.size) },
      version,
      range,
    };
  }
  const { start, length } = range;
  const contentRange = `bytes ${start}-${start + length - 1}/${version.size}`;
  return {
    status: 206,
    headers: { ...common, 'content-range': contentRange, 'content-length': String(length) },
    version,
    range,
  };
}

function readOverrides(query: ReadonlyMap<string, string>): Record<string, string> | Refusal {
  const overrides: Record<string, string> = {};
  for (const name of responseOverrides) {
    const value = query.get(name);
    if (value === undefined) continue;
    const header = name.slice('response-'.length);
    try {
      validateHeaderValue(header, value);
    } catch {
      return invalidArgument(
        name,
        value,
        `Header value cannot be represented: ${name} holds a control character.`,
      );
    }
    overrides[header] = value;
  }
  return overrides;
}
