import { createHash } from 'node:crypto';
import { startChecksum } from '../body/checksum-algorithm.ts';
import type { RunningDigest } from '../body/crc.ts';
import { storedBytes } from '../body/stored-bytes.ts';
import type { StagedFile } from '../store/staging.ts';
import type { Part, Upload } from '../store/upload.ts';
import type { UploadStore } from '../store/upload-store.ts';
import type { Checksum, ObjectVersion } from '../store/version.ts';

type Joining = {
  readonly uploads: UploadStore;
  readonly id: string;
  readonly parts: readonly Part[];
  readonly file: StagedFile;
  readonly plan: Upload['checksum'];
};

/** Writes the parts one behind the other into the file. The ETag is the MD5 of their MD5s and their number. */
export async function joinParts(joining: Joining): Promise<Pick<ObjectVersion, 'etag' | 'checksum'>> {
  const { uploads, id, parts, file, plan } = joining;
  const whole = plan?.type === 'FULL_OBJECT' ? startChecksum(plan.algorithm) : null;
  const md5OfMd5s = createHash('md5');
  for (const part of parts) {
    md5OfMd5s.update(part.etag, 'hex');
    const handle = await uploads.readPart(id, part.number);
    try {
      for await (const piece of storedBytes(handle, part.size)) {
        whole?.update(piece);
        await file.write(piece);
      }
    } finally {
      await handle.close();
    }
  }
  return { etag: `${md5OfMd5s.digest('hex')}-${parts.length}`, checksum: checksumOf(plan, whole, parts) };
}

function checksumOf(
  plan: Upload['checksum'],
  whole: RunningDigest | null,
  parts: readonly Part[],
): Checksum | null {
  if (plan === null) return null;
  if (whole !== null) return { ...plan, value: whole.digest().toString('base64') };
  const ofChecksums = startChecksum(plan.algorithm);
  for (const { checksum } of parts) ofChecksums.update(Buffer.from(checksum?.value ?? '', 'base64'));
  return { ...plan, value: `${ofChecksums.digest().toString('base64')}-${parts.length}` };
}
