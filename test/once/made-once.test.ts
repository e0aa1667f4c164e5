import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeOnce } from './made-once.ts';

let within: string;

beforeAll(async () => {
  within = await mkdtemp(join(tmpdir(), 'bellwether-once-'));
});

afterAll(() => rm(within, { recursive: true }));

test('who asks at the same time waits for the one that makes it', async () => {
  let made = 0;
  const ask = () =>
    madeOnce(within, 'shared', async (folder) => {
      made += 1;
      await writeFile(join(folder, 'first'), 'a');
      await writeFile(join(folder, 'second'), 'b');
    });
  for (const folder of await Promise.all([ask(), ask(), ask()]))
    expect(await readFile(join(folder, 'second'), 'utf8')).toBe('b');
  expect(made).toBe(1);
});

test('one that could not be made is not there, and is made by the next to ask', async () => {
  const broken = madeOnce(within, 'mended', async (folder) => {
    await writeFile(join(folder, 'half'), 'a');
    throw new Error('as the test says');
  });
  await expect(broken).rejects.toThrow('as the test says');
  const folder = await madeOnce(within, 'mended', (made) => writeFile(join(made, 'whole'), 'b'));
  expect(await readFile(join(folder, 'whole'), 'utf8')).toBe('b');
  await expect(readFile(join(folder, 'half'))).rejects.toThrow();
});
