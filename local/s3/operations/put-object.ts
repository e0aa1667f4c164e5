import { readBody } from '../body/read-body.ts';
import type { Bucket } from '../bucket.ts';
import { limits } from '../protocol/limits.ts';
import { checksumHeaders, readObjectHeaders, versionHeader } from '../protocol/object-headers.ts';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { emptyReply, type Reply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import { checkWrite, readWriteCondition } from '../store/write-condition.ts';

/** PutObject: the body goes to disk as it comes, and becomes a version when it is whole and verified. */
export async function putObject(bucket: Bucket, request: ObjectRequest): Promise<Reply | Refusal> {
  const { key } = request;
  const described = readObjectHeaders(request.headers);
  if (isRefusal(described)) return described;
  const condition = readWriteCondition(request.headers);
  if (isRefusal(condition)) return condition;
  // Only to spare the transfer: the condition is judged again in the moment of the write.
  const hopeless = checkWrite(condition, key, bucket.objects.index.current(key));
  if (hopeless !== null) return hopeless;
  return await bucket.objects.staging.with(async (file) => {
    const body = await readBody(request, limits.putBytes, (piece) => file.write(piece));
    if (isRefusal(body)) return body;
    const draft = { key, ...described, etag: body.md5, checksum: body.checksum, uploadId: null };
    const version = await bucket.objects.put(file, draft, 'ObjectCreated:Put', condition);
    if (isRefusal(version)) return version;
    return emptyReply(200, {
      etag: `"${version.etag}"`,
      ...versionHeader(version),
      ...checksumHeaders(version.checksum),
    });
  });
}
