import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drops, series, versions } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

/** The commands of docs/mis-guide.md, run as they stand there, each against the system with a file of its own. */

const guide = await readFile('docs/mis-guide.md', 'utf8');
const key = `${area}/send-monthly/2025-02.csv`;

let system: System;
let folder: string;

beforeAll(async () => {
  system = await startSystem({ samples: false, today: '2025-04-01', auth: true });
  folder = await mkdtemp(join(tmpdir(), 'bellwether-mis-'));
  await symlink(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
}, 120_000);

afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The first block of commands under a heading. */
function commandsUnder(heading: string): string {
  const [, section = ''] = guide.split(new RegExp(`^#+ ${heading.replaceAll('?', '\\?')}$`, 'm'));
  return /```\w+\n(.*?)```/s.exec(section)?.[1] ?? '';
}

const isHere = (program: string) =>
  (process.env['PATH'] ?? '').split(delimiter).some((place) => {
    try {
      accessSync(join(place, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Runs a script in the folder with the guide's environment; what it printed. Fails with what it complained of. */
async function run(program: string, args: readonly string[], script: string): Promise<string> {
  const scopes = ['read', 'read-small-numbers', 'upload'];
  const child = spawn(program, args, {
    cwd: folder,
    env: {
      ...{ PATH: process.env['PATH'], HOME: folder },
      ...{ API: system.runtime.url, TOKEN: await system.runtime.token({ scopes, areas: [area] }) },
      ...{ BUCKET: 'bellwether-drops', AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-2' },
      ...{ AWS_ACCESS_KEY_ID: 'any', AWS_SECRET_ACCESS_KEY: 'any', AWS_ENDPOINT_URL: system.runtime.s3Url },
      ...{ RCLONE_S3_PROVIDER: 'Other', RCLONE_S3_ENDPOINT: system.runtime.s3Url },
    },
  });
  let output = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  child.stdin.end(script);
  const [code] = await once(child, 'close');
  expect(code, `${complaint}\n${output}`).toBe(0);
  return output;
}

const shell = (script: string) => run('sh', ['-e'], script);
const ways = [
  {
    heading: 'AWS SDK for JavaScript',
    program: 'node',
    run: (script: string) => run(process.execPath, ['--input-type=module', '-'], script),
  },
  { heading: 'curl', program: 'curl', run: shell },
  { heading: 'AWS CLI', program: 'aws', run: shell },
  { heading: 'rclone', program: 'rclone', run: shell },
  {
    heading: 'PowerShell',
    program: 'pwsh',
    run: (script: string) => run('pwsh', ['-NoProfile', '-Command', '-'], script),
  },
] as const;
const [here, absent] = [
  ways.filter(({ program }) => program === 'node' || isHere(program)),
  ways.filter(({ program }) => program !== 'node' && !isHere(program)),
];

let figure = 5000;

async function authorised<Answer>(path: string, read: { parse(value: unknown): Answer }): Promise<Answer> {
  const token = await system.runtime.token({ scopes: ['read', 'read-small-numbers'], areas: [area] });
  const { status, text } = await system.api(path, { headers: { authorization: `Bearer ${token}` } });
  expect(status, text).toBe(200);
  return read.parse(JSON.parse(text));
}

describe('a command of the guide puts the file, known when it says', () => {
  test.each(here)('$heading', { timeout: 60_000 }, async ({ heading, run: runIt }) => {
    figure += 1;
    await writeFile(join(folder, '2025-02.csv'), `month,ehcp_active\n2025-02,${figure}\n`);
    await runIt(commandsUnder(heading));
    await system.runtime.idle();
    const { points } = await authorised(`/areas/${area}/series/ehcp.active`, series);
    expect(points).toEqual([expect.objectContaining({ period: '2025-02', value: figure })]);
    const { items } = await authorised(`/areas/${area}/series/ehcp.active/versions?period=2025-02`, versions);
    const current = items.find((each) => each.current);
    expect(current).toMatchObject({ value: figure, knownAt: '2025-03-10T00:00:00.000Z' });
  });

  test('and its last one lists what became of it', async () => {
    const path = `/areas/${area}/drops?key=${encodeURIComponent(key)}`;
    const listed = isHere('curl')
      ? drops.parse(JSON.parse(await shell(commandsUnder('Did it arrive?'))))
      : await authorised(path, drops);
    expect(listed.items).toHaveLength(here.length);
    for (const item of listed.items) expect(item).toMatchObject({ key, state: 'accepted' });
  });
});

test.each(here.filter(({ program }) => program === 'curl'))(
  'a file is tried by $program, and nothing is stored',
  async () => {
    await writeFile(join(folder, '2025-02.csv'), 'month,ehcp_active\n2025-13,1\n');
    const path = `/areas/${area}/drops`;
    const before = await authorised(path, drops);
    const report = JSON.parse(await shell(commandsUnder('Trying a file')));
    expect(report).toMatchObject({
      id: 'dry-run',
      key,
      problems: expect.arrayContaining([expect.objectContaining({ row: 2 })]),
    });
    expect(await authorised(path, drops)).toEqual(before);
  },
);

// A tool that this machine does not have cannot be run; what the guide says of it is held to the rest all the same.
const rows = [
  ...here.map(({ heading }) => ({ heading, where: 'is on this machine and was run' })),
  ...absent.map(({ heading }) => ({ heading, where: 'is not on this machine and was not run' })),
];
test.each(rows)('$heading ($where): its commands name the same key and day', ({ heading }) => {
  const commands = commandsUnder(heading);
  const putsByKey = commands.includes(key);
  const asksForAddress = commands.includes(`/areas/${area}/uploads`) && commands.includes('2025-02.csv');
  expect(putsByKey || asksForAddress).toBe(true);
  expect(commands).toContain('2025-03-10');
});
