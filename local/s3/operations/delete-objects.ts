import { readXmlBody } from '../body/read-xml-body.ts';
import type { Bucket } from '../bucket.ts';
import { limits } from '../protocol/limits.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { malformedXml } from '../protocol/refusals.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { S3Request } from '../protocol/request.ts';
import { checkKeyLength } from '../protocol/target.ts';
import type { Removal } from '../store/bucket-store.ts';
import { unquote } from '../store/write-condition.ts';
import { childrenOf, childText, type XmlElement } from '../xml/read.ts';
import type { XmlNode } from '../xml/write.ts';

type Doomed = { readonly key: string; readonly versionId: string | null; readonly ifMatch: string | null };

/** DeleteObjects: up to 1,000 keys or versions, one after the other, each with its own result. */
export async function deleteObjects(bucket: Bucket, request: S3Request): Promise<Reply | Refusal> {
  const root = await readXmlBody(request, 'Delete');
  if (isRefusal(root)) return root;
  const doomed = readDoomed(root);
  if (isRefusal(doomed)) return doomed;
  const quiet = childText(root, 'Quiet')?.trim() === 'true';
  const results: XmlNode[] = [];
  for (const one of doomed) {
    const { key, versionId, ifMatch } = one;
    const removal =
      checkKeyLength(key) ?? (await bucket.objects.remove(key, versionId, { ifMatch, ifNoneMatch: false }));
    if (isRefusal(removal)) results.push(failed(one, removal));
    else if (!quiet) results.push(deleted(one, removal));
  }
  return xmlReply('DeleteResult', results);
}

function readDoomed(root: XmlElement): Doomed[] | Refusal {
  const objects = childrenOf(root, 'Object');
  if (objects.length === 0 || objects.length > limits.keysAtOnce) {
    return malformedXml(`${objects.length} objects are listed, 1 to ${limits.keysAtOnce} are needed`);
  }
  const doomed: Doomed[] = [];
  for (const object of objects) {
    const key = childText(object, 'Key') ?? '';
    if (key === '') return malformedXml('an Object has no Key');
    // Conditions of directory buckets: to pass them over would delete what should stay.
    const strange = object.children.find(({ name }) => !['Key', 'VersionId', 'ETag'].includes(name));
    if (strange !== undefined)
      return malformedXml(`${strange.name} is not a condition that can be checked here`);
    const etag = childText(object, 'ETag');
    const versionId = childText(object, 'VersionId') || null;
    doomed.push({ key, versionId, ifMatch: etag === null ? null : unquote(etag) });
  }
  return doomed;
}

function deleted({ key, versionId }: Doomed, { version, marked }: Removal): XmlNode {
  const marker = version?.kind === 'delete-marker' ? version.versionId : null;
  return [
    'Deleted',
    [
      ['Key', key],
      ...(versionId === null ? [] : [['VersionId', versionId] as const]),
      ...(marker === null ? [] : [['DeleteMarker', true] as const]),
      ...(marker === null || !(marked || versionId !== null)
        ? []
        : [['DeleteMarkerVersionId', marker] as const]),
    ],
  ];
}

function failed({ key, versionId }: Doomed, { code, message }: Refusal): XmlNode {
  return [
    'Error',
    [
      ['Key', key],
      ...(versionId === null ? [] : [['VersionId', versionId] as const]),
      ['Code', code],
      ['Message', message],
    ],
  ];
}
