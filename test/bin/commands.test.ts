import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/project.ts';
import { closedPort } from './fakes.ts';

type Ended = { readonly code: number; readonly out: string; readonly err: string };

/** Runs a command of bin/ as npm does, on a machine where nothing is started. */
function command(name: string, ...args: string[]): Promise<Ended> {
  const env = { ...process.env, BELLWETHER_PORT: port, BELLWETHER_S3_PORT: port };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [join(projectRoot, 'bin', `${name}.ts`), ...args],
      { env },
      (_, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

let folder: string;
let file: string;
let port: string;

beforeAll(async () => {
  port = String(await closedPort());
  folder = await mkdtemp(join(tmpdir(), 'bellwether-command-'));
  file = join(folder, '2025-01.csv');
  await writeFile(file, 'month,ehcp_active\n2025-01,6161\n');
});

afterAll(() => rm(folder, { recursive: true }));

test.each(['drop', 'recompute', 'replay', 'deploy', 'synth', 'onboard'])(
  'npm run %s explains itself and ends with 0',
  async (name) => {
    const { code, out } = await command(name, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: npm run ${name}`));
  },
);

describe('what is not understood ends with 2, and nothing is done', () => {
  test.each([
    ['drop', ['--colour', 'red'], '--colour'],
    ['drop', [], '--area'],
    ['drop', ['nowhere.csv', '--area', 'E06000054', '--feed', 'send-monthly'], 'no such file'],
    ['recompute', ['now'], 'now'],
    ['recompute', ['--stage', 'never-deployed'], 'npm run deploy'],
    ['replay', ['--from', '2024-04'], '--area'],
    ['replay', ['--area', 'E06000054', '--from', 'April'], 'April'],
    ['rebuild', [], '--area'],
    ['rebuild', ['--area', 'Wiltshire'], 'E06000054'],
    ['rebuild', ['--area', 'E06000054', '--into', 'a table'], 'underscores'],
    ['rebuild', ['--area', 'E06000054', '--fill'], '--into'],
    ['redrive', [], '--queue'],
    ['redrive', ['--queue', 'egress'], 'ingest, recompute, notify, webhook'],
    ['redrive', ['--queue', 'ingest', '--stage', 'never-deployed'], 'npm run deploy'],
    ['deploy', [], '--stage'],
    ['deploy', ['--stage', 'prod'], 'still holds the example'],
    ['deploy', ['--stage', 'never-written'], 'stages/never-written.json is not there'],
    ['deploy', ['--stage', 'dev', '--to', '0.1.0'], '--rollback'],
    ['synth', ['--stage', 'Live'], 'lower-case'],
    ['onboard', [], '--answers'],
  ])('npm run %s -- %j', async (name, args, named) => {
    const { code, out, err } = await command(name, ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(named);
  });
});

describe('a system that is not running ends with 1 and says how to start it', () => {
  test('npm run drop', async () => {
    const { code, err } = await command('drop', file, '--area', 'E06000054', '--feed', 'send-monthly');
    expect(code).toBe(1);
    expect(err).toContain('npm start');
    expect(err).toContain('BELLWETHER_S3_PORT');
  });

  test.each([
    ['rebuild', '--area', 'E06000054'],
    ['redrive', '--queue', 'ingest'],
  ])('npm run %s', async (name, ...args) => {
    const { code, err } = await command(name, ...args);
    expect(code).toBe(1);
    expect(err).toContain('npm start');
  });

  test('npm run recompute', async () => {
    const { code, err } = await command('recompute');
    expect(code).toBe(1);
    expect(err).toContain('npm start');
    expect(err).toContain('BELLWETHER_PORT');
  });

  test('npm run replay', async () => {
    const { code, err } = await command('replay', '--area', 'E06000054', '--from', '2024-04');
    expect(code).toBe(1);
    expect(err).toContain('npm start');
  });
});
