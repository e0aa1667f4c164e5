import { createHash } from 'node:crypto';
import type { Checksum } from '../store/version.ts';
import { type RunningDigest, runningCrc32, runningCrc32c, runningCrc64Nvme } from './crc.ts';

export type ChecksumAlgorithm = Checksum['algorithm'];

type Definition = { readonly bytes: number; readonly start: () => RunningDigest };

/** What the SDKs compute by themselves. S3's SHA512, MD5 and XXHASH need code of the user's: refused here. */
const algorithms: Readonly<Record<ChecksumAlgorithm, Definition>> = {
  CRC32: { bytes: 4, start: runningCrc32 },
  CRC32C: { bytes: 4, start: runningCrc32c },
  CRC64NVME: { bytes: 8, start: runningCrc64Nvme },
  SHA1: { bytes: 20, start: () => createHash('sha1') },
  SHA256: { bytes: 32, start: () => createHash('sha256') },
};

export function startChecksum(algorithm: ChecksumAlgorithm): RunningDigest {
  return algorithms[algorithm].start();
}

/** `x-amz-checksum-crc32` for CRC32. */
export function checksumHeader(algorithm: ChecksumAlgorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** The algorithm of that name in any case, or null. */
export function parseAlgorithm(name: string): ChecksumAlgorithm | null {
  return allAlgorithms.find((algorithm) => algorithm === name.toUpperCase()) ?? null;
}

/** True when the text is Base64 of as many bytes as the algorithm gives. */
export function isChecksumValue(algorithm: ChecksumAlgorithm, text: string): boolean {
  return isBase64Of(algorithms[algorithm].bytes, text);
}

/** True when the text is Base64, in its one canonical form, of so many bytes. */
export function isBase64Of(count: number, text: string): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === count && bytes.toString('base64') === text;
}

export const allAlgorithms = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'SHA1',
  'SHA256',
] as const satisfies readonly ChecksumAlgorithm[];
