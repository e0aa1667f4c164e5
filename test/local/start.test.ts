import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { close, listen } from '../../local/engines/listen.ts';
import { repository } from '../../local/product-template.ts';
import { newFolder, remove } from './fixtures/small-system.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  remove(folder);
});

/** `bin/start.ts` as a process of its own; `said` grows as it prints. */
function start(flags: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(repository, 'bin/start.ts'), ...flags], {
    env: {
      ...process.env,
      BELLWETHER_PORT: '0',
      BELLWETHER_S3_PORT: '0',
      BELLWETHER_DATA_DIR: folder,
      ...environment,
    },
  });
  children.push(child);
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const reached = (pattern: RegExp) =>
    Promise.race([
      expect.poll(() => said.out, { timeout: 50_000 }).toMatch(pattern),
      ended.then(() => expect(said.out, said.err).toMatch(pattern)),
    ]);
  return { child, said, ended, reached };
}

describe('npm start', () => {
  test('stops cleanly with code 0, also when the signal comes twice', { timeout: 60_000 }, async () => {
    const { child, said, ended, reached } = start(['--empty']);
    await reached(/^Ready http:\/\/127\.0\.0\.1:\d+$/m);
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(said.out).toMatch(/Stopped; the data is kept\n$/);
  });

  test('stops cleanly also while it starts', { timeout: 60_000 }, async () => {
    const { child, ended, reached } = start([]);
    await reached(/^Starting Bellwether/m);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
  });

  test('a killed start is started again over the same data', { timeout: 100_000 }, async () => {
    const first = start(['--empty']);
    await first.reached(/^Ready/m);
    first.child.kill('SIGKILL');
    await first.ended;
    const second = start(['--empty']);
    await second.reached(/^Ready/m);
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual({ code: 0, signal: null });
  });
});

describe('a start that cannot succeed says why and what to do, without a stack', () => {
  test('a port in use names the port and the setting', async () => {
    const other = createServer();
    const port = String(await listen(other, 0));
    const front = start(['--empty'], { BELLWETHER_PORT: port });
    expect(await front.ended).toEqual({ code: 1, signal: null });
    expect(front.said.err).toMatch(new RegExp(`port ${port}:.*BELLWETHER_PORT=`));
    const s3 = start(['--empty'], { BELLWETHER_S3_PORT: port });
    expect(await s3.ended).toEqual({ code: 1, signal: null });
    expect(s3.said.err).toMatch(new RegExp(`port ${port}:.*BELLWETHER_S3_PORT=`));
    expect(front.said.err + s3.said.err).not.toMatch(/\n {4}at /);
    await close(other, 0);
  });

  test('an unknown flag is answered with the usage and code 2', async () => {
    const { said, ended } = start(['--bogus']);
    expect(await ended).toEqual({ code: 2, signal: null });
    expect(said.err).toMatch(/--bogus[\s\S]*Usage: npm start/);
  });

  test('--help is answered with the usage and code 0', async () => {
    const { said, ended } = start(['--help']);
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(said.out).toMatch(/^Usage: npm start/);
  });
});
