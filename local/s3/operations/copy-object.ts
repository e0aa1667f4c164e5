import { createHash } from 'node:crypto';
import { type ChecksumAlgorithm, parseAlgorithm, startChecksum } from '../body/checksum-algorithm.ts';
import { storedBytes } from '../body/stored-bytes.ts';
import type { Bucket } from '../bucket.ts';
import { checksumNodes, isoTime } from '../listing/version-node.ts';
import { readObjectHeaders, versionHeader } from '../protocol/object-headers.ts';
import { checkCopySource } from '../protocol/read-condition.ts';
import { isRefusal, type Refusal, refuse } from '../protocol/refusal.ts';
import { invalidArgument, noSuchBucket, noSuchKey } from '../protocol/refusals.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import { parseResource } from '../protocol/target.ts';
import type { Service } from '../service.ts';
import type { StagedFile } from '../store/staging.ts';
import type { ObjectVersion } from '../store/version.ts';
import { readWriteCondition } from '../store/write-condition.ts';
import { findObject } from './find-object.ts';

type Source = { readonly bucket: Bucket; readonly version: ObjectVersion; readonly versionAsked: boolean };

/** CopyObject: a version of any bucket becomes the newest of this key, with its own metadata or new. */
export async function copyObject(
  bucket: Bucket,
  request: ObjectRequest,
  service: Service,
): Promise<Reply | Refusal> {
  const source = findSource(request.headers.get('x-amz-copy-source') ?? '', service);
  if (isRefusal(source)) return source;
  const refusal = checkCopySource(request.headers, source.version);
  if (refusal !== null) return refusal;
  const described = describe(bucket, request, source);
  if (isRefusal(described)) return described;
  const condition = readWriteCondition(request.headers);
  if (isRefusal(condition)) return condition;
  const wanted = readAlgorithm(request.headers);
  if (isRefusal(wanted)) return wanted;
  return await bucket.objects.staging.with(async (file) => {
    const digests = await copyBytes(source, file, wanted ?? source.version.checksum?.algorithm ?? null);
    if (digests === null) return noSuchKey(source.version.key);
    const draft = { key: request.key, ...described, ...digests, uploadId: null };
    const version = await bucket.objects.put(file, draft, 'ObjectCreated:Copy', condition);
    if (isRefusal(version)) return version;
    return xmlReply(
      'CopyObjectResult',
      [
        ['LastModified', isoTime(version.lastModified)],
        ['ETag', `"${version.etag}"`],
        ...checksumNodes(version.checksum),
      ],
      { ...versionHeader(version), ...sourceVersionHeader(source.version) },
    );
  });
}

function findSource(header: string, { buckets }: Service): Source | Refusal {
  const [, resource = '', versionId] = /^\/?([^?]*)(?:\?versionId=([^&]*))?$/.exec(header) ?? [];
  const named = parseResource(resource);
  if (isRefusal(named)) return named;
  if (named.bucket === null || named.key === null) {
    const message = 'Copy Source must mention the source bucket and key: sourcebucket/sourcekey';
    return invalidArgument('x-amz-copy-source', header, message);
  }
  const bucket = buckets.get(named.bucket);
  if (bucket === undefined) return noSuchBucket(named.bucket);
  const version = findObject(bucket, named.key, versionId);
  if (!isRefusal(version)) return { bucket, version, versionAsked: versionId !== undefined };
  if (version.code !== 'MethodNotAllowed') return version;
  const message = 'The source of a copy request may not specifically refer to a delete marker by version id.';
  return refuse('InvalidRequest', message);
}

function describe(
  bucket: Bucket,
  request: ObjectRequest,
  { bucket: from, version, versionAsked }: Source,
): Pick<ObjectVersion, 'headers' | 'metadata'> | Refusal {
  const directive = request.headers.get('x-amz-metadata-directive') ?? 'COPY';
  const own = readObjectHeaders(request.headers);
  if (isRefusal(own) || directive === 'REPLACE') return own;
  if (directive !== 'COPY') {
    return invalidArgument('x-amz-metadata-directive', directive, 'Unknown metadata directive.');
  }
  if (from === bucket && version.key === request.key && !versionAsked) {
    const message =
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.";
    return refuse('InvalidRequest', message);
  }
  return { headers: version.headers, metadata: version.metadata };
}

function readAlgorithm(headers: ReadonlyMap<string, string>): ChecksumAlgorithm | null | Refusal {
  const name = headers.get('x-amz-checksum-algorithm');
  if (name === undefined) return null;
  return (
    parseAlgorithm(name) ?? refuse('NotImplemented', `${name} is not a checksum that this server can make.`)
  );
}

/** Null when the source was removed meanwhile. */
async function copyBytes(
  { bucket, version }: Source,
  file: StagedFile,
  algorithm: ChecksumAlgorithm | null,
): Promise<Pick<ObjectVersion, 'etag' | 'checksum'> | null> {
  const handle = await bucket.objects.read(version);
  if (handle === null) return null;
  const md5 = createHash('md5');
  const running = algorithm === null ? null : startChecksum(algorithm);
  try {
    for await (const piece of storedBytes(handle, version.size)) {
      md5.update(piece);
      running?.update(piece);
      await file.write(piece);
    }
  } finally {
    await handle.close();
  }
  const value = running?.digest().toString('base64');
  return {
    etag: md5.digest('hex'),
    checksum: algorithm === null || value === undefined ? null : { algorithm, value, type: 'FULL_OBJECT' },
  };
}

function sourceVersionHeader(version: ObjectVersion): Record<string, string> {
  const id = versionHeader(version)['x-amz-version-id'];
  return id === undefined ? {} : { 'x-amz-copy-source-version-id': id };
}
