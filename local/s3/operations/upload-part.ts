import { readBody } from '../body/read-body.ts';
import type { Bucket } from '../bucket.ts';
import { limits } from '../protocol/limits.ts';
import { checksumHeaders } from '../protocol/object-headers.ts';
import { isRefusal, type Refusal, refuse } from '../protocol/refusal.ts';
import { invalidArgument } from '../protocol/refusals.ts';
import { emptyReply, type Reply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import type { Service } from '../service.ts';

/** UploadPart: replaces an earlier part of that number. */
export async function uploadPart(
  bucket: Bucket,
  request: ObjectRequest,
  { clock }: Service,
): Promise<Reply | Refusal> {
  const { key, query } = request;
  const uploadId = query.get('uploadId') ?? '';
  const number = readPartNumber(query.get('partNumber') ?? '');
  if (isRefusal(number)) return number;
  const found = bucket.uploads.find(key, uploadId);
  if (isRefusal(found)) return found;
  const algorithm = found.upload.checksum?.algorithm ?? null;
  return await bucket.objects.staging.with(async (file) => {
    const body = await readBody(request, limits.putBytes, (piece) => file.write(piece), algorithm);
    if (isRefusal(body)) return body;
    const { size, md5, checksum } = body;
    if (algorithm !== null && checksum?.algorithm !== algorithm) {
      const message = `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual checksum Type: ${checksum?.algorithm ?? 'none'}`;
      return refuse('InvalidRequest', message);
    }
    const part = { number, size, etag: md5, checksum, lastModified: clock.now().getTime() };
    const kept = await bucket.uploads.putPart(key, uploadId, file, part);
    if (isRefusal(kept)) return kept;
    const { 'x-amz-checksum-type': _type, ...checksums } = checksumHeaders(checksum);
    return emptyReply(200, { etag: `"${md5}"`, ...checksums });
  });
}

function readPartNumber(text: string): number | Refusal {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (number >= 1 && number <= limits.parts) return number;
  return invalidArgument(
    'partNumber',
    text,
    `Part number must be an integer between 1 and ${limits.parts}, inclusive`,
  );
}
