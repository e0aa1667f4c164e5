import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRefusal, type Refusal } from '../protocol/refusal.ts';
import { noSuchUpload } from '../protocol/refusals.ts';
import { moveIntoPlace, syncFolder } from './durable.ts';
import { readSeal } from './sealed-file.ts';
import type { StagedFile, Staging } from './staging.ts';
import { Turns } from './turns.ts';
import { type Part, partSchema, type Upload, uploadSchema } from './upload.ts';

/** An upload and its parts by number, in the order of the numbers. */
export type UploadInProgress = { readonly upload: Upload; readonly parts: ReadonlyMap<number, Part> };

type Kept = { readonly upload: Upload; parts: Map<number, Part> };

const uploadFile = 'upload';

/** The multipart uploads of one bucket that are under way, on disk: a folder each, a sealed file for each part. */
export class UploadStore {
  readonly #folder: string;
  readonly #staging: Staging;
  readonly #uploads: Map<string, Kept>;
  readonly #turns = new Turns();

  private constructor(folder: string, staging: Staging, uploads: Map<string, Kept>) {
    this.#folder = folder;
    this.#staging = staging;
    this.#uploads = uploads;
  }

  /** `isCompleted` says of which uploads an object was made already: a crash may leave their parts. */
  static async open(
    folder: string,
    staging: Staging,
    isCompleted: (key: string, uploadId: string) => boolean,
  ): Promise<UploadStore> {
    await mkdir(folder, { recursive: true });
    const uploads = new Map<string, Kept>();
    const store = new UploadStore(folder, staging, uploads);
    for (const id of (await readdir(folder)).filter((name) => idForm.test(name))) {
      const kept = await readUpload(join(folder, id));
      uploads.set(id, kept);
      if (isCompleted(kept.upload.key, id)) await store.#forget(id);
    }
    return store;
  }

  async create(facts: Omit<Upload, 'id'>): Promise<Upload> {
    const upload = { id: randomBytes(24).toString('hex'), ...facts };
    const folder = this.#staging.freshPath();
    await mkdir(folder);
    await this.#staging.with((file) => file.keep(join(folder, uploadFile), upload));
    await moveIntoPlace(folder, this.#folderOf(upload.id));
    this.#uploads.set(upload.id, { upload, parts: new Map() });
    return upload;
  }

  find(key: string, id: string): UploadInProgress | Refusal {
    const found = this.#uploads.get(id);
    return found === undefined || found.upload.key !== key ? noSuchUpload(id) : found;
  }

  /** Every upload, oldest first within a key. */
  all(): Upload[] {
    return [...this.#uploads.values()].map(({ upload }) => upload).sort((a, b) => a.initiated - b.initiated);
  }

  /** Keeps a staged part, in place of an earlier one of that number. */
  putPart(key: string, id: string, file: StagedFile, part: Part): Promise<Part | Refusal> {
    return this.#turns.take(id, async () => {
      const found = this.find(key, id);
      if (isRefusal(found)) return found;
      await file.keep(this.#partPath(id, part.number), part);
      const kept = this.#uploads.get(id);
      if (kept !== undefined) {
        kept.parts = new Map([...kept.parts, [part.number, part] as const].sort(([a], [b]) => a - b));
      }
      return part;
    });
  }

  /** Gives the upload to `use` with nobody else changing it, and ends it unless `use` refuses. */
  finish<T>(
    key: string,
    id: string,
    use: (found: UploadInProgress) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    return this.#turns.take(id, async () => {
      const found = this.find(key, id);
      if (isRefusal(found)) return found;
      const result = await use(found);
      if (!isRefusal(result)) await this.#forget(id);
      return result;
    });
  }

  /** The open file of a part, whose first `size` bytes are the part. */
  readPart(id: string, number: number): Promise<FileHandle> {
    return open(this.#partPath(id, number), 'r');
  }

  async #forget(id: string): Promise<void> {
    this.#uploads.delete(id);
    // Out of the way in one step first: half a folder must never look like an upload.
    const doomed = this.#staging.freshPath();
    await rename(this.#folderOf(id), doomed);
    await syncFolder(this.#folder);
    await rm(doomed, { recursive: true, force: true });
  }

  #folderOf(id: string): string {
    return join(this.#folder, id);
  }

  #partPath(id: string, number: number): string {
    return join(this.#folderOf(id), `part-${String(number).padStart(5, '0')}`);
  }
}

const idForm = /^[0-9a-f]{48}$/;

async function readUpload(folder: string): Promise<Kept> {
  const upload = uploadSchema.parse((await readSeal(join(folder, uploadFile))).facts);
  const names = (await readdir(folder)).filter((name) => name.startsWith('part-')).sort();
  const parts = new Map<number, Part>();
  for (const name of names) {
    const part = partSchema.parse((await readSeal(join(folder, name))).facts);
    parts.set(part.number, part);
  }
  return { upload, parts };
}
