import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { damaged, tooLarge, WorkbookFault } from './workbook-fault.ts';

/** A workbook has tens of parts, some hundreds with many sheets and pictures. */
const MOST_ENTRIES = 5000;
/** No part with at most 200,000 figures unpacks to more than some tens of megabytes. */
const MOST_INFLATED = 192 * 2 ** 20;
/** All that is unpacked of one file, first looks included. */
const MOST_IN_ALL = 2 * MOST_INFLATED;
/** Sheets shrink 5 to 50 times, bombs up to 1,032 times. Small parts may be as even as they like. */
const MOST_RATIO = 250;
const RATIO_COUNTS_FROM = 16 * 2 ** 20;

/** The parts of a zip file by name. */
export type Archive = {
  /** Names of all parts, as they are written. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** A part as it is unpacked, with limits that are watched while unpacking; throws `WorkbookFault`. */
  text(name: string): AsyncGenerator<string, void, undefined>;
};

/** Opens a zip file that is held in memory. Throws `WorkbookFault`. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await faulted(() => fromBufferPromise(bytes, { validateEntrySizes: true }));
  if (zip.entryCount > MOST_ENTRIES)
    throw tooLarge(`it has ${zip.entryCount} parts, at most ${MOST_ENTRIES} are taken`);
  const entries = await faulted(() => entriesOf(zip));
  let inAll = 0;
  const count = (size: number) => {
    inAll += size;
    if (inAll > MOST_IN_ALL) throw expands();
  };
  return {
    names: [...entries.values()].map(({ fileName }) => fileName),
    has: (name) => entries.has(name.toLowerCase()),
    text: (name) => textOf(zip, entries.get(name.toLowerCase()), name, count),
  };
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    // Names of parts differ by more than case (ECMA-376 part 2). Of two with one name programs read different ones.
    const name = entry.fileName.toLowerCase();
    if (entries.has(name))
      throw damaged('one of its parts is there twice, and it is not clear which one counts');
    entries.set(name, entry);
  }
  return entries;
}

async function* textOf(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
  count: (size: number) => void,
): AsyncGenerator<string, void, undefined> {
  if (entry === undefined) throw damaged(`its part ${name} is missing`);
  if (entry.isEncrypted()) {
    throw new WorkbookFault(
      'encrypted-workbook',
      'Cannot read this workbook: it is protected with a password. Open it in Excel, take the password off (File, Info), save it, and drop that file.',
    );
  }
  if (entry.uncompressedSize > MOST_INFLATED) throw expands();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  const stream = await faulted(() => zip.openReadStreamPromise(entry));
  try {
    const chunks: AsyncIterator<unknown> = stream[Symbol.asyncIterator]();
    for (
      let step = await faulted(() => chunks.next());
      step.done !== true;
      step = await faulted(() => chunks.next())
    ) {
      const chunk = step.value;
      if (!(chunk instanceof Uint8Array)) throw new TypeError('A part of a zip file is not read as bytes');
      size += chunk.length;
      count(chunk.length);
      if (size > MOST_INFLATED) throw expands();
      if (size > RATIO_COUNTS_FROM && size > entry.compressedSize * MOST_RATIO) throw expands();
      yield await faulted(() => decoder.decode(chunk, { stream: true }));
    }
    yield await faulted(() => decoder.decode());
  } finally {
    stream.destroy();
  }
}

function expands(): WorkbookFault {
  return tooLarge('it unpacks to far more than a workbook of figures does');
}

/** What goes wrong while unpacking bytes that are held in memory lies in these bytes. */
async function faulted<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WorkbookFault) throw error;
    throw damaged('it cannot be unpacked');
  }
}
