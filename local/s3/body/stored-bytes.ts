import type { FileHandle } from 'node:fs/promises';

const pieceBytes = 1024 * 1024;

/** The first `size` bytes of an open file, piece by piece. Throws when the file is shorter. */
export async function* storedBytes(handle: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const length = Math.min(pieceBytes, size - at);
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, at);
    if (bytesRead === 0) throw new Error('A stored file is shorter than its seal says.');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
