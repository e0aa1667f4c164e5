import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { writeFileAtomically } from './atomic-file.ts';
import { CannotStart, codeOf, messageOf } from './cannot-start.ts';

/** The data directory, held by this process until it is released. */
export type DataDir = {
  readonly path: string;
  /** Names this holder; the front answers it under `/local/instance`, by which another start knows that it lives. */
  readonly instance: string;
  /** Says where the front of this holder answers. */
  announce(url: string): void;
  release(): void;
};

const holderSchema = z.object({
  pid: z.number(),
  instance: z.string(),
  /** Null while that system has not yet opened its port. */
  url: z.string().nullable(),
});
type Holder = z.infer<typeof holderSchema>;

/** Time enough for a start to open its port. */
const STARTING_MS = 30_000;

/** Data directories that this very process holds. */
const heldHere = new Set<string>();

/**
 * Makes the directory if needed and takes it for this process. A holder that was killed is recognised: its process is
 * gone, or its number now belongs to a process that does not answer as Bellwether.
 * Throws CannotStart when the directory cannot be written or another running system holds it.
 */
export async function takeDataDir(given: string): Promise<DataDir> {
  const path = resolve(given);
  makeWritable(path);
  const file = join(path, 'lock.json');
  const holder = readHolder(file);
  if (heldHere.has(path) || (holder && (await lives(holder, file)))) {
    throw new CannotStart(
      `Cannot use the data directory ${path}: another running Bellwether has it (process ${holder?.pid ?? process.pid}). Stop that one, or choose another directory: BELLWETHER_DATA_DIR=.local-2 npm start`,
    );
  }
  const instance = crypto.randomUUID();
  const hold = (url: string | null) => {
    const own: Holder = { pid: process.pid, instance, url };
    writeFileAtomically(file, `${JSON.stringify(own)}\n`);
  };
  hold(null);
  heldHere.add(path);
  return {
    path,
    instance,
    announce: hold,
    release() {
      heldHere.delete(path);
      rmSync(file, { force: true });
    },
  };
}

function makeWritable(path: string): void {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new Error('it is a file, not a folder');
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (thrown) {
    throw new CannotStart(
      `Cannot write to the data directory ${path}: ${messageOf(thrown)}. Make it writable, or choose another: BELLWETHER_DATA_DIR=some/where npm start`,
    );
  }
}

// Not `recursive`: under a folder that takes none, such as /proc, Node.js 24 would try for ever.
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

function readHolder(file: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function lives({ pid, instance, url }: Holder, file: string): Promise<boolean> {
  if (pid === process.pid || !isRunning(pid)) return false;
  // Between taking the directory and opening the port there are milliseconds; an older lock was left by a kill.
  if (url === null) return Date.now() - statSync(file).mtimeMs < STARTING_MS;
  try {
    const answer = await fetch(`${url}/local/instance`, { signal: AbortSignal.timeout(3000) });
    const said = z.object({ instance: z.string() }).safeParse(await answer.json());
    return said.success && said.data.instance === instance;
  } catch (thrown) {
    // A system that is too busy to answer is still there.
    return thrown instanceof Error && thrown.name === 'TimeoutError';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return codeOf(thrown) === 'EPERM';
  }
}
