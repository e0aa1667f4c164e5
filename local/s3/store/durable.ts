import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes what was renamed into or removed from a folder outlast a power cut. */
export async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals its names by itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Renames a file or folder that is already synced; afterwards it is there under its name, whole and for good. */
export async function moveIntoPlace(from: string, to: string): Promise<void> {
  await rename(from, to);
  await syncFolder(dirname(to));
}
