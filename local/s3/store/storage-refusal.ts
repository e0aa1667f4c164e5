import { type Refusal, refuse } from '../protocol/refusal.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const unusable = new Set(['EACCES', 'EPERM', 'EROFS', 'EIO', 'ENOENT', 'ENOTDIR', 'EMFILE', 'ENFILE']);

/** What to answer when the disk refuses; null when the error is not the disk's. */
export function storageRefusal(error: unknown): Refusal | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.has(code)) {
    return refuse(
      'StorageFull',
      `The disk of the data directory is full (${code}): free some space and put the object again.`,
    );
  }
  if (!unusable.has(code)) return null;
  return refuse(
    'InternalError',
    `The data directory cannot be used (${code}): check that it is there and writable, then try again.`,
  );
}
