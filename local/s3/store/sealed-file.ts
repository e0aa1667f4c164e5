import { type FileHandle, open } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

// A sealed file: the bytes of the object, then what is known of it as JSON, then this footer. One file, one rename:
// bytes and facts are there together or not at all.
const magic = Buffer.from('BWSEAL01');
const footerLength = magic.length + 8;

/** Writes the facts behind the `size` bytes of the body and syncs the file. */
export async function seal(handle: FileHandle, size: number, facts: unknown): Promise<void> {
  const json = Buffer.from(JSON.stringify(facts));
  const footer = Buffer.alloc(footerLength);
  magic.copy(footer);
  footer.writeUInt32BE(json.length, magic.length);
  footer.writeUInt32BE(crc32(json), magic.length + 4);
  await writeWhole(handle, Buffer.concat([json, footer]), size);
  await handle.sync();
}

/** The facts of a sealed file and the size of its body. Throws when the file is not whole: no crash of ours leaves one. */
export async function readSeal(path: string): Promise<{ size: number; facts: unknown }> {
  const handle = await open(path, 'r');
  try {
    const { size: fileSize } = await handle.stat();
    const footer = await readWhole(handle, footerLength, fileSize - footerLength);
    const length = footer.readUInt32BE(magic.length);
    const size = fileSize - footerLength - length;
    const json = size < 0 ? Buffer.alloc(0) : await readWhole(handle, length, size);
    if (
      !footer.subarray(0, magic.length).equals(magic) ||
      crc32(json) !== footer.readUInt32BE(magic.length + 4)
    ) {
      throw new Error('its seal is broken');
    }
    return { size, facts: JSON.parse(json.toString()) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot read ${path} as a stored object: ${why}. It was damaged from outside; move it away to start without it.`,
    );
  } finally {
    await handle.close();
  }
}

/** Writes all bytes at the position: a single write may take fewer than it is given. */
export async function writeWhole(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function readWhole(handle: FileHandle, length: number, position: number): Promise<Buffer> {
  if (position < 0) throw new Error('it is too short');
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, position);
  if (bytesRead !== length) throw new Error('it is too short');
  return buffer;
}
