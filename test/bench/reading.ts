import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { inferSchema, initParser } from 'udsv';
import * as z from 'zod';
import { feedById } from '../../shared/catalogue/feeds/feeds.ts';
import { readDrop } from '../../shared/ingest/read-drop.ts';
import { carefulRecords, type RecordParser } from '../../shared/reading/format/careful-records.ts';
import { recordParser } from '../../shared/reading/format/records.ts';
import { type Bench, type Figure, quantile, timed } from './figure.ts';
import { planCsv, planXlsx, ROWS } from './reading-file.ts';
import { writeSharedFile } from './shared-file.ts';

const COMMA = { character: ',', name: 'comma' } as const;

/**
 * A file of 20,000 rows and 12 columns: split into cells beside other splitters, then read, checked and made into
 * figures. And a file of national statistics of 640,000 rows, of which few are mapped.
 */
export const readingBench: Bench = {
  name: 'reading',
  async measure() {
    const text = planCsv();
    const ours = await median(() => split(recordParser(COMMA), text));
    const papa = await median(() => Papa.parse(text).data.length);
    const careful = await median(() => split(carefulRecords(COMMA), text));
    const udsv = await median(() => initParser(inferSchema(text, { trim: true })).stringArrs(text).length);
    const whole = await median(() => read(text));
    const what = `${ROWS.toLocaleString('en-GB')} × 12`;
    return [
      lower(`splitting a CSV file of ${what}`, ours, 'ms', {
        name: 'twice the time of uDSV',
        value: 2 * udsv,
      }),
      lower('the same', ours, 'ms', { name: 'Papa Parse', value: papa }),
      lower('the same', ours, 'ms', { name: 'csv-parse', value: careful }),
      lower('splitting, checking, and making cells of it', whole, 'ms', { name: 'budget', value: 250 }),
      lower('of which checking and cells', whole - ours, 'ms', { name: 'the whole', value: whole }),
      ...(await workbook()),
      ...(await national()),
    ];
  },
};

function lower(what: string, value: number, unit: string, against: Figure['against']): Figure {
  return { what, value, unit, against, better: 'lower' };
}

async function median(call: () => unknown): Promise<number> {
  return quantile(await timed(9, 4, call), 0.5);
}

async function split(parser: RecordParser, text: string): Promise<number> {
  let records = 0;
  for (let at = 0; at < text.length; at += 65_536) {
    records += (await parser.take(text.slice(at, at + 65_536))).records.length;
  }
  return records + (await parser.finish()).records.length;
}

async function read(text: string): Promise<void> {
  const feed = feedById('trajectory');
  if (!feed) throw new Error('The feed trajectory is gone');
  const bytes = Readable.from(chunks(Buffer.from(text)));
  const now = new Date('2025-01-09');
  const { cells } = await readDrop({ bytes, filename: 'a.csv', feed, area: 'E06000054', now });
  if (cells !== ROWS) throw new Error(`${cells} cells came of ${ROWS} rows`);
}

const SHARED_ROWS = 640_000;
/** A tenth of the time that the function has to take a file in. */
const SHARED_MILLISECONDS = 30_000;

const outcome = z.object({ cells: z.number(), milliseconds: z.number(), megabytes: z.number() });
const sharedOutcome = outcome.extend({ read: z.number() });

function workbook(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'plan.xlsx');
    await writeFile(file, await planXlsx());
    const { cells, milliseconds, megabytes } = outcome.parse(await childOf('reading-child.ts', file));
    if (cells !== ROWS) throw new Error(`${cells} cells came of ${ROWS} rows of a workbook`);
    return [
      lower('the same as XLSX, unpacked, checked and made into cells', milliseconds, 'ms', {
        name: 'budget',
        value: 1000,
      }),
      lower('most memory held for it', megabytes, 'MB', { name: 'budget', value: 512 }),
    ];
  });
}

function national(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const file = join(folder, 'national.csv');
    const mapped = await writeSharedFile(file, SHARED_ROWS);
    const { cells, read, milliseconds, megabytes } = sharedOutcome.parse(
      await childOf('shared-child.ts', file),
    );
    if (cells !== mapped || read !== SHARED_ROWS)
      throw new Error(`${cells} cells came of ${mapped} mapped rows, ${read} of ${SHARED_ROWS} were read`);
    const what = `a file of national statistics, ${SHARED_ROWS.toLocaleString('en-GB')} × 20, few rows mapped`;
    return [
      lower(`${what}: read, checked, taken`, milliseconds, 'ms', {
        name: 'a tenth of its timeout',
        value: SHARED_MILLISECONDS,
      }),
      lower('most memory held for it', megabytes, 'MB', { name: 'budget', value: 512 }),
    ];
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a script of this folder prints, in a process of its own so that its memory is its own. */
async function childOf(script: string, file: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [`test/bench/${script}`, file]);
  return JSON.parse(stdout);
}

function* chunks(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}
