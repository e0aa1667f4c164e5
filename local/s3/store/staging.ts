import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { moveIntoPlace } from './durable.ts';
import { seal, writeWhole } from './sealed-file.ts';

/** A body on its way in: written piece by piece, then kept under its name or thrown away. */
export class StagedFile {
  readonly #handle: FileHandle;
  readonly #path: string;
  #size = 0;
  #kept = false;

  constructor(handle: FileHandle, path: string) {
    this.#handle = handle;
    this.#path = path;
  }

  get size(): number {
    return this.#size;
  }

  async write(piece: Uint8Array): Promise<void> {
    await writeWhole(this.#handle, piece, this.#size);
    this.#size += piece.length;
  }

  /** Gets the bytes onto the disk ahead of `keep`, which holds a lock. */
  async sync(): Promise<void> {
    await this.#handle.sync();
  }

  /** Seals the file with its facts and moves it to `target`, replacing what is there. */
  async keep(target: string, facts: unknown): Promise<void> {
    await seal(this.#handle, this.#size, facts);
    await moveIntoPlace(this.#path, target);
    this.#kept = true;
  }

  /** Closes the file, and removes it unless it was kept. */
  async end(): Promise<void> {
    await this.#handle.close();
    if (!this.#kept) await rm(this.#path, { force: true });
  }
}

/** The folder where bodies wait until they are whole. What a crash left in it is removed at the start. */
export class Staging {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<Staging> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    return new Staging(folder);
  }

  /** Gives a new file to `use`, and clears up after it whatever happened. */
  async with<T>(use: (file: StagedFile) => Promise<T>): Promise<T> {
    const path = this.freshPath();
    const file = new StagedFile(await open(path, 'wx'), path);
    try {
      return await use(file);
    } finally {
      await file.end();
    }
  }

  freshPath(): string {
    return join(this.#folder, randomUUID());
  }
}
