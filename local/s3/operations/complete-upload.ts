import { type ChecksumAlgorithm, checksumHeader, parseAlgorithm } from '../body/checksum-algorithm.ts';
import { readXmlBody } from '../body/read-xml-body.ts';
import type { Bucket } from '../bucket.ts';
import { checksumNodes } from '../listing/version-node.ts';
import { versionHeader } from '../protocol/object-headers.ts';
import { isRefusal, type Refusal, refuse } from '../protocol/refusal.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import type { UploadInProgress } from '../store/upload-store.ts';
import type { Checksum, ObjectVersion } from '../store/version.ts';
import { readWriteCondition, type WriteCondition } from '../store/write-condition.ts';
import { choosePartsOf, readNamedParts } from './chosen-parts.ts';
import { joinParts } from './join-parts.ts';

/** What a completion says of the object as a whole. */
type Stated = {
  readonly condition: WriteCondition;
  readonly checksum: { readonly algorithm: ChecksumAlgorithm; readonly value: string } | null;
  readonly size: string | null;
};

/** CompleteMultipartUpload: the parts named, in order, become one version. Repeated, it answers the same. */
export async function completeUpload(bucket: Bucket, request: ObjectRequest): Promise<Reply | Refusal> {
  const stated = readStated(request.headers);
  if (isRefusal(stated)) return stated;
  // Checksum headers speak of the object here, not of the XML.
  const ofBody = [...request.headers].filter(([name]) => !name.startsWith('x-amz-checksum-'));
  const root = await readXmlBody({ body: request.body, headers: new Map(ofBody) }, 'CompleteMultipartUpload');
  if (isRefusal(root)) return root;
  const named = readNamedParts(root);
  if (isRefusal(named)) return named;
  const { key } = request;
  const uploadId = request.query.get('uploadId') ?? '';
  const version = await bucket.uploads.finish(key, uploadId, async (found) => {
    const parts = choosePartsOf(found, named);
    return isRefusal(parts) ? parts : await makeObject(bucket, found, parts, stated);
  });
  const made = isRefusal(version) && version.code === 'NoSuchUpload' ? madeBy(bucket, key, uploadId) : null;
  const answer = made ?? version;
  return isRefusal(answer) ? answer : completed(bucket, request, answer);
}

function readStated(headers: ReadonlyMap<string, string>): Stated | Refusal {
  const condition = readWriteCondition(headers);
  if (isRefusal(condition)) return condition;
  const checksum = headers
    .entries()
    .map(([name, value]) => ({ algorithm: parseAlgorithm(name.replace(/^x-amz-checksum-/, '')), value }))
    .find(({ algorithm }) => algorithm !== null);
  return {
    condition,
    checksum:
      checksum === undefined || checksum.algorithm === null
        ? null
        : { algorithm: checksum.algorithm, value: checksum.value },
    size: headers.get('x-amz-mp-object-size') ?? null,
  };
}

function makeObject(
  bucket: Bucket,
  { upload }: UploadInProgress,
  parts: Parameters<typeof joinParts>[0]['parts'],
  stated: Stated,
): Promise<ObjectVersion | Refusal> {
  const { key, headers, metadata, id } = upload;
  return bucket.objects.staging.with(async (file) => {
    const plan =
      upload.checksum ?? (stated.checksum && { algorithm: stated.checksum.algorithm, type: 'FULL_OBJECT' });
    const joined = await joinParts({ uploads: bucket.uploads, id, parts, file, plan });
    const refusal = checkStated(stated, joined.checksum, file.size);
    if (refusal !== null) return refusal;
    const draft = { key, headers, metadata, ...joined, uploadId: id };
    return await bucket.objects.put(file, draft, 'ObjectCreated:CompleteMultipartUpload', stated.condition);
  });
}

function checkStated(stated: Stated, checksum: Checksum | null, size: number): Refusal | null {
  if (stated.size !== null && stated.size !== String(size)) {
    return refuse(
      'InvalidRequest',
      `The provided x-amz-mp-object-size is ${stated.size}; the parts have ${size} bytes together.`,
    );
  }
  if (stated.checksum === null) return null;
  const { algorithm, value } = stated.checksum;
  if (checksum?.algorithm === algorithm && checksum.value === value) return null;
  return refuse(
    'BadDigest',
    `The ${checksumHeader(algorithm)} you specified did not match the calculated checksum.`,
  );
}

/** The object that an earlier completion made, whose answer may have been lost on the way. */
function madeBy(bucket: Bucket, key: string, uploadId: string): ObjectVersion | null {
  const objects = bucket.objects.index.versionsOf(key).filter((version) => version.kind === 'object');
  return objects.find((version) => version.uploadId === uploadId) ?? null;
}

function completed(bucket: Bucket, { path, headers }: ObjectRequest, version: ObjectVersion): Reply {
  return xmlReply(
    'CompleteMultipartUploadResult',
    [
      ['Location', `http://${headers.get('host') ?? ''}${path}`],
      ['Bucket', bucket.name],
      ['Key', version.key],
      ['ETag', `"${version.etag}"`],
      ...checksumNodes(version.checksum),
    ],
    versionHeader(version),
  );
}
