import type { Bucket } from '../bucket.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { emptyReply, type Reply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';

/** AbortMultipartUpload. */
export async function abortUpload(bucket: Bucket, { key, query }: ObjectRequest): Promise<Reply | Refusal> {
  const ended = await bucket.uploads.finish(key, query.get('uploadId') ?? '', () =>
    Promise.resolve('aborted'),
  );
  return isRefusal(ended) ? ended : emptyReply(204);
}
