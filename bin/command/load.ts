import { readFile } from 'node:fs/promises';

export type LoadedFile = { readonly key: string; readonly bytes: Uint8Array };

/** The bytes of a file, or why they cannot be read. */
export async function load({ path, key }: { path: string; key: string }): Promise<LoadedFile | string> {
  try {
    return { key, bytes: await readFile(path) };
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? reasons[String(error.code)] : undefined;
    return `Cannot read ${path}: ${why ?? String(error)}.`;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder, name the files in it',
  EACCES: 'this user may not read it',
};
