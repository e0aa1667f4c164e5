import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeDataDir } from '../../local/data-dir.ts';
import { close, listen } from '../../local/engines/listen.ts';
import { newFolder, remove } from './fixtures/small-system.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => remove(folder));

function holder(pid: number, url: string | null): void {
  writeFileSync(join(folder, 'lock.json'), JSON.stringify({ pid, instance: 'other', url }));
}

describe('a data directory has one holder', () => {
  test('a second start in the same process is refused until the first has let go', async () => {
    const first = await takeDataDir(folder);
    await expect(takeDataDir(folder)).rejects.toThrow(/another running Bellwether/);
    first.release();
    (await takeDataDir(folder)).release();
    expect(existsSync(join(folder, 'lock.json'))).toBe(false);
  });

  test('another process that answers as the holder keeps it', async () => {
    const server = createServer((_, response) => response.end(JSON.stringify({ instance: 'other' })));
    const port = await listen(server, 0);
    // The parent of a test's process is surely running.
    holder(process.ppid, `http://127.0.0.1:${port}`);
    await expect(takeDataDir(folder)).rejects.toThrow(new RegExp(`process ${process.ppid}`));
    await close(server, 0);
  });

  test('a holder whose process is gone is no holder', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    holder(pid, null);
    (await takeDataDir(folder)).release();
  });

  test('a process that took over the number of a killed holder is none', async () => {
    holder(process.ppid, 'http://127.0.0.1:1');
    (await takeDataDir(folder)).release();
    holder(process.pid, null);
    (await takeDataDir(folder)).release();
  });

  test('a start that was killed before it opened its port holds it for half a minute at most', async () => {
    holder(process.ppid, null);
    await expect(takeDataDir(folder)).rejects.toThrow(/another running Bellwether/);
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(join(folder, 'lock.json'), aMinuteAgo, aMinuteAgo);
    (await takeDataDir(folder)).release();
  });

  test('a lock that cannot be read was cut off by a crash of the machine', async () => {
    writeFileSync(join(folder, 'lock.json'), '');
    (await takeDataDir(folder)).release();
  });
});

test('a directory is made with all above it', async () => {
  const deep = join(folder, 'a', 'b', 'c');
  (await takeDataDir(deep)).release();
  expect(existsSync(deep)).toBe(true);
});

test('a directory that cannot be is refused with what to do', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(takeDataDir(join(folder, 'file', 'x'))).rejects.toThrow(
    /Cannot write to the data directory.*BELLWETHER_DATA_DIR/,
  );
  mkdirSync(join(folder, 'fine'));
  (await takeDataDir(join(folder, 'fine'))).release();
});
