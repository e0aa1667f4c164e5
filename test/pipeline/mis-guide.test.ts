import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { exchangingAt } from '../../bin/command/api-client.ts';
import { parseAnswers } from '../../bin/command/onboard/answers.ts';
import { councilGuide } from '../../bin/command/onboard/guide.ts';
import { settleOver } from '../../bin/command/onboard/onboard-command.ts';
import { settingRequests } from '../../bin/command/onboard/requests.ts';
import { drops, series, versions } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

/**
 * A council is onboarded, and the commands of its guide (docs/mis-guide.md, filled in) are run as they stand there,
 * each against the system with a file of its own.
 */

const OWN_HEADING = 'EHC plans (all)';
const onboarded = parseAnswers({
  area,
  feeds: [
    {
      feed: 'send-monthly',
      columns: { [OWN_HEADING]: 'ehcp_active' },
      due: { every: 1, workingDays: 8, grace: 2 },
    },
  ],
  rules: {
    'ehcp.active': { bounds: { amber: { enter: 0.03 }, red: { enter: 0.06 } }, reason: 'The board agreed.' },
  },
});
if (!onboarded.ok) throw new Error(onboarded.problems.join('\n'));
const { answers } = onboarded;
let guide: string;
const key = `${area}/send-monthly/2025-02.csv`;

let system: System;
let folder: string;

beforeAll(async () => {
  system = await startSystem({ samples: false, today: '2025-04-01', auth: true });
  const { url, s3Url } = system.runtime;
  const at = { url, s3Url, bucket: 'bellwether-drops', region: 'eu-west-2' };
  guide = councilGuide(await readFile('docs/mis-guide.md', 'utf8'), answers, at);
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

const uploadSchema = z.object({ url: z.string(), headers: z.record(z.string(), z.string()) });

/** The shapes of requests of tools that may not be on this machine. */
const wires = [
  {
    // PUT to the presigned address with the headers that were answered, and the type and length of a file.
    heading: 'PowerShell',
    async send(body: string) {
      const token = await system.runtime.token({ scopes: ['upload'], areas: [area] });
      const asked = { feed: 'send-monthly', filename: '2025-02.csv', knownAt: '2025-03-10' };
      const { text } = await system.api(`/areas/${area}/uploads`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      });
      const { url, headers } = uploadSchema.parse(JSON.parse(text));
      const answer = await fetch(url, {
        method: 'PUT',
        headers: { ...headers, 'content-type': 'text/csv' },
        body,
      });
      expect(answer.status).toBe(200);
    },
  },
  {
    // Looks first whether the object is there, then puts it with a signature in the headers, unsigned payload, MD5 and
    // its own `mtime` beside what was set.
    heading: 'rclone',
    async send(body: string) {
      const url = `${system.runtime.s3Url}/bellwether-drops/${key}`;
      const authorization =
        'AWS4-HMAC-SHA256 Credential=any/20250310/eu-west-2/s3/aws4_request, SignedHeaders=content-md5;content-type;host;x-amz-content-sha256;x-amz-date;x-amz-meta-known-at;x-amz-meta-mtime, Signature=00';
      const signed = { authorization, 'x-amz-date': '20250310T090000Z' };
      const there = await fetch(url, { method: 'HEAD', headers: signed });
      expect([200, 404]).toContain(there.status);
      const answer = await fetch(`${url}?x-id=PutObject`, {
        method: 'PUT',
        headers: {
          ...signed,
          'content-type': 'text/csv; charset=utf-8',
          'content-md5': createHash('md5').update(body).digest('base64'),
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
          'x-amz-meta-known-at': '2025-03-10',
          'x-amz-meta-mtime': '1741597200.123456789',
        },
        body,
      });
      expect(answer.status).toBe(200);
    },
  },
] as const;

async function authorised<Answer>(path: string, read: { parse(value: unknown): Answer }): Promise<Answer> {
  const token = await system.runtime.token({ scopes: ['read', 'read-small-numbers'], areas: [area] });
  const { status, text } = await system.api(path, { headers: { authorization: `Bearer ${token}` } });
  expect(status, text).toBe(200);
  return read.parse(JSON.parse(text));
}

test('onboarding settles headings, due days and bounds over the API, once', async () => {
  const token = await system.runtime.token({ scopes: ['read', 'operate'], areas: [area] });
  const place = { name: 'this machine', apiUrl: system.runtime.url, token, region: 'eu-west-2' };
  const buckets = { dropsBucket: 'bellwether-drops', reportsBucket: 'bellwether-reports', whenSilent: '' };
  const exchange = exchangingAt({ ...place, ...buckets });
  for (const changed of [true, false])
    for (const request of settingRequests(answers))
      expect(await settleOver(exchange, request)).toEqual({ ok: true, version: 1, changed });
});

describe('a command of the guide puts the file, known when it says', () => {
  test.each(here)('$heading', { timeout: 60_000 }, async ({ heading, run: runIt }) => {
    figure += 1;
    await writeFile(join(folder, '2025-02.csv'), `month,${OWN_HEADING}\n2025-02,${figure}\n`);
    await runIt(commandsUnder(heading));
    await system.runtime.idle();
    const { points } = await authorised(`/areas/${area}/series/ehcp.active`, series);
    expect(points).toEqual([expect.objectContaining({ period: '2025-02', value: figure })]);
    const { items } = await authorised(`/areas/${area}/series/ehcp.active/versions?period=2025-02`, versions);
    const current = items.find((each) => each.current);
    expect(current).toMatchObject({ value: figure, knownAt: '2025-03-10T00:00:00.000Z' });
  });
});

// What a tool that is not here would send, as its documentation and source say, sent by hand.
test.each(wires)('$heading: the request that it sends is taken', async ({ send }) => {
  figure += 1;
  await send(`month,${OWN_HEADING}\n2025-02,${figure}\n`);
  await system.runtime.idle();
  const { items } = await authorised(`/areas/${area}/series/ehcp.active/versions?period=2025-02`, versions);
  expect(items.find((each) => each.current)).toMatchObject({
    value: figure,
    knownAt: '2025-03-10T00:00:00.000Z',
  });
});

test('the last command of the guide lists what became of it', async () => {
  const path = `/areas/${area}/drops?key=${encodeURIComponent(key)}`;
  const listed = isHere('curl')
    ? drops.parse(JSON.parse(await shell(commandsUnder('Did it arrive?'))))
    : await authorised(path, drops);
  expect(listed.items).toHaveLength(here.length + wires.length);
  for (const item of listed.items) expect(item).toMatchObject({ key, state: 'accepted' });
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
