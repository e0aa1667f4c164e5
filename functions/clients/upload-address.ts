import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ActionPorts } from '../../shared/api/ports.ts';

/**
 * The S3 client that only signs. By default the SDK would put the checksum of an empty body into the address, and
 * S3 would then refuse every file.
 */
const signer = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });

const LIFETIME_SECONDS = 15 * 60;
const KNOWN_AT = 'x-amz-meta-known-at';

/** Signs addresses of a bucket with this function's own rights; nothing is sent. Expiry is in real time. */
export function signUpload(bucket: string): ActionPorts['signUpload'] {
  return async ({ key, knownAt }) => {
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(knownAt !== undefined && { Metadata: { 'known-at': knownAt } }),
    });
    const signingDate = new Date();
    const url = await getSignedUrl(signer, command, {
      expiresIn: LIFETIME_SECONDS,
      signingDate,
      // Kept a header: who puts the file sees, and cannot change, when it counts as known.
      unhoistableHeaders: new Set([KNOWN_AT]),
    });
    // The address gives whole seconds.
    const signedAt = Math.floor(signingDate.getTime() / 1000);
    return {
      url,
      headers: knownAt === undefined ? {} : { [KNOWN_AT]: knownAt },
      expiresAt: new Date((signedAt + LIFETIME_SECONDS) * 1000),
    };
  };
}
