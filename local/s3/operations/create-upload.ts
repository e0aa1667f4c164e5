import { parseAlgorithm } from '../body/checksum-algorithm.ts';
import type { Bucket } from '../bucket.ts';
import { readObjectHeaders } from '../protocol/object-headers.ts';
import { isRefusal, type Refusal, refuse } from '../protocol/refusal.ts';
import { type Reply, xmlReply } from '../protocol/reply.ts';
import type { ObjectRequest } from '../protocol/request.ts';
import type { Service } from '../service.ts';
import type { Upload } from '../store/upload.ts';

/** CreateMultipartUpload. */
export async function createUpload(
  bucket: Bucket,
  { key, headers }: ObjectRequest,
  { clock }: Service,
): Promise<Reply | Refusal> {
  const described = readObjectHeaders(headers);
  if (isRefusal(described)) return described;
  const checksum = readChecksumPlan(headers);
  if (isRefusal(checksum)) return checksum;
  const upload = await bucket.uploads.create({
    key,
    ...described,
    checksum,
    initiated: clock.now().getTime(),
  });
  return xmlReply(
    'InitiateMultipartUploadResult',
    [
      ['Bucket', bucket.name],
      ['Key', key],
      ['UploadId', upload.id],
    ],
    checksum === null
      ? {}
      : { 'x-amz-checksum-algorithm': checksum.algorithm, 'x-amz-checksum-type': checksum.type },
  );
}

// A CRC of the whole follows from the bytes; of the other digests S3 makes only a digest of the parts' digests.
const fullObjectOnly = new Set(['CRC64NVME']);
const eitherType = new Set(['CRC32', 'CRC32C']);

function readChecksumPlan(headers: ReadonlyMap<string, string>): Upload['checksum'] | Refusal {
  const name = headers.get('x-amz-checksum-algorithm');
  const type = headers.get('x-amz-checksum-type')?.toUpperCase();
  if (name === undefined) {
    if (type === undefined) return null;
    return refuse(
      'InvalidRequest',
      'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.',
    );
  }
  const algorithm = parseAlgorithm(name);
  if (algorithm === null)
    return refuse('NotImplemented', `${name} is not a checksum that this server can make.`);
  const usual = fullObjectOnly.has(algorithm) ? 'FULL_OBJECT' : 'COMPOSITE';
  if (type === undefined || type === usual) return { algorithm, type: usual };
  if (type === 'FULL_OBJECT' && eitherType.has(algorithm)) return { algorithm, type };
  return refuse(
    'InvalidRequest',
    `The ${type} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
  );
}
