import type { Bucket } from '../bucket.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { emptyReply, type Reply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import type { Removal } from '../store/bucket-store.ts';
import { readWriteCondition } from '../store/write-condition.ts';
import { checkVersionId } from './find-object.ts';

/** DeleteObject: a delete marker where the bucket keeps versions; with versionId, that version for good. */
export async function deleteObject(bucket: Bucket, request: ObjectRequest): Promise<Reply | Refusal> {
  const versionId = request.query.get('versionId') ?? null;
  const malformed = versionId === null ? null : checkVersionId(versionId);
  if (malformed !== null) return malformed;
  const condition = readWriteCondition(request.headers);
  if (isRefusal(condition)) return condition;
  const removal = await bucket.objects.remove(request.key, versionId, condition);
  return isRefusal(removal) ? removal : emptyReply(204, removalHeaders(removal, versionId));
}

function removalHeaders({ version, marked }: Removal, versionId: string | null): Record<string, string> {
  const id = versionId ?? (marked ? version?.versionId : undefined);
  return {
    ...(id === undefined ? {} : { 'x-amz-version-id': id }),
    ...(version?.kind === 'delete-marker' ? { 'x-amz-delete-marker': 'true' } : {}),
  };
}
