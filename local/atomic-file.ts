import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/** Writes a file so that a reader, and a start after a kill, sees the old text or the new one, never a part. */
export function writeFileAtomically(file: string, text: string): void {
  const draft = `${file}.${process.pid}.part`;
  const handle = openSync(draft, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
