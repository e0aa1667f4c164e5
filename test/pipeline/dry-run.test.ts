import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { series } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: false });
}, 120_000);

afterAll(() => system.stop());

const reportSchema = z.looseObject({
  state: z.string(),
  cells: z.int(),
  problems: z.array(z.looseObject({})),
});
const own = 'Stichtag;Kinder mit Plan\n2024-10;6.161\n2024-11;6259\n';
const columns = { Stichtag: 'month', 'Kinder mit Plan': 'ehcp_active' };
const at = `/areas/${area}/drops/dry-run?feed=send-monthly&filename=2024.csv`;

async function tried(body: string | Uint8Array<ArrayBuffer>, type = 'application/octet-stream') {
  const answer = await system.api(at, { method: 'POST', headers: { 'content-type': type }, body });
  return { ...answer, body: JSON.parse(answer.text) };
}

function withColumns(content: string, mapped: Record<string, string>): string {
  return JSON.stringify({ content: Buffer.from(content).toString('base64'), columns: mapped });
}

async function stored(): Promise<unknown> {
  const { Versions = [] } = await system.s3.send(
    new ListObjectVersionsCommand({ Bucket: 'bellwether-drops' }),
  );
  const { text } = await system.api(`/areas/${area}/drops`);
  return { versions: Versions.length, drops: JSON.parse(text).items };
}

test('a council tries its file, then a mapping, settles it, and drops the file: its figures show', async () => {
  const unmapped = await tried(own);
  expect(unmapped).toMatchObject({ status: 200, body: { state: 'quarantined', cells: 0 } });
  const mapped = await tried(withColumns(own, columns), 'application/json');
  expect(mapped.body).toMatchObject({ state: 'accepted-with-problems', cells: 1 });
  expect(mapped.body.problems).toEqual([expect.objectContaining({ row: 2, column: 'ehcp_active' })]);
  const mended = own.replace('6.161', '6161');
  const good = await tried(withColumns(mended, columns), 'application/json');
  expect(good.body).toMatchObject({ state: 'accepted', cells: 2 });
  expect(await stored()).toEqual({ versions: 0, drops: [] });

  const settled = await system.api(`/areas/${area}/mappings/send-monthly`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ columns }),
  });
  expect(JSON.parse(settled.text)).toMatchObject({ columns, version: 1 });
  expect((await tried(mended)).body).toMatchObject({ state: 'accepted', cells: 2 });
  const report = await system.drop(`${area}/send-monthly/2024.csv`, mended);
  expect(reportSchema.parse(report)).toMatchObject({ state: 'accepted', cells: 2 });
  const { points } = await system.get(`/areas/${area}/series/ehcp.active`, series);
  expect(points.map(({ period, value }) => [period, value])).toEqual([
    ['2024-10', 6161],
    ['2024-11', 6259],
  ]);
});

describe('a file to try', () => {
  test('of which nobody says what it is, is taken for what its headings fit best', async () => {
    const ask = async (content: string) => {
      const answer = await system.api(at.replace('feed=send-monthly&', ''), {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: content,
      });
      return { status: answer.status, body: JSON.parse(answer.text) };
    };
    expect(await ask('Month,No. of EHCPs\nDec-24,6357\n')).toMatchObject({
      status: 200,
      body: { feed: 'send-monthly', state: 'accepted', cells: 1 },
    });
    // The council has said so above.
    expect(await ask('Stichtag,Kinder mit Plan\n2024-12,6357\n')).toMatchObject({
      status: 200,
      body: { feed: 'send-monthly', cells: 1 },
    });
    const unknown = await ask('hello\ncanary@example.org\n');
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toEqual([expect.objectContaining({ field: 'feed' })]);
    expect(JSON.stringify(unknown.body)).not.toContain('canary');
  });

  test('may be in any encoding when it is sent as bytes, and is refused where its characters are lost', async () => {
    const windows = Buffer.from('month,ehcp_active\n2024-12,\xa35\n', 'latin1');
    const { body } = await tried(new Uint8Array(windows));
    expect(body.problems).toContainEqual(expect.objectContaining({ row: 2, value: '£5' }));
    const lost = await tried(new Uint8Array(windows), 'text/csv');
    expect(lost.status).toBe(400);
    expect(lost.body.detail).toContain('application/octet-stream');
    expect((await tried('month,ehcp_active\n2024-12,5\n', 'text/csv')).body.state).toBe('accepted');
  });

  test('that carries a person is quarantined, and nothing of it is repeated', async () => {
    const { body, text } = await tried('month,ehcp_active,note\n2024-12,5,write to canary@example.org\n');
    expect(body).toMatchObject({ state: 'quarantined', quarantineCode: 'personal-data' });
    expect(text).not.toContain('canary');
  });

  test('of more than 4.4 MB is to be dropped instead', async () => {
    const { status, body } = await tried(new Uint8Array(4_400_001));
    expect(status).toBe(413);
    expect(body.detail).toMatch(/4.4 MB.*Drop it/);
  });

  test.each([
    [at.replace('send-monthly', 'nothing'), 400],
    [at.replace('2024.csv', '..%2Fx.csv'), 400],
    [`${at}&knownAt=2999-01-01`, 400],
    [at.replace(area, 'E06000055'), 404],
    [at.replace(area, '_unknown'), 404],
  ])('is not read at %s', async (path, status) => {
    expect((await system.api(path, { method: 'POST', body: 'month,ehcp_active\n' })).status).toBe(status);
  });

  test('with a mapping to columns that there are not is not read', async () => {
    const { status, body } = await tried(withColumns(own, { Stichtag: 'moon' }), 'application/json');
    expect(status).toBe(400);
    expect(body.errors).toEqual([expect.objectContaining({ field: 'columns.Stichtag' })]);
  });
});
