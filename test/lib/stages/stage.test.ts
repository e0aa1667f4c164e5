import { readdir, readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stageJsonSchema } from '../../../lib/stages/json-schema.ts';
import { parseStage } from '../../../lib/stages/stage.ts';
import { areas } from '../../../shared/catalogue/areas.ts';

const parse = (file: unknown, name = 'test') => parseStage(name, JSON.stringify(file));
const problemsOf = (file: unknown, name?: string) => {
  const outcome = parse(file, name);
  return outcome.ok ? [] : outcome.problems;
};
const one = { areas: ['E06000054'] };

test('a list of councils is enough: everything else has a default, and nobody may come in', () => {
  const outcome = parse(one);
  expect(outcome).toMatchObject({ ok: true, placeholders: [], settings: { stage: 'test', ...one } });
  expect(outcome).not.toHaveProperty('settings.tokenIssuer');
});

const code = fc.constantFrom(...areas.map((area) => area.code));

test('any list of council codes is read back as it was written, each once', () =>
  fc.assert(
    fc.property(fc.uniqueArray(code, { minLength: 1, maxLength: 20 }), (codes) => {
      expect(parse({ areas: [...codes, ...codes] })).toMatchObject({ settings: { areas: codes } });
    }),
  ));

test('no text and no JSON throws', () =>
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.string(), (text, name) => {
      for (const stage of [name, 'test']) expect(parseStage(stage, text).ok).toBe(false);
    }),
  ));

describe('a setting that cannot be used says where it stands, what is there and what is needed', () => {
  const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/0123-abcd';
  const provider = { issuer: 'https://login.test', audience: 'a', keysUrl: 'https://login.test/keys' };
  test.each([
    [{ ...one, region: 'London' }, 'region: Cannot use "London"', 'eu-west-2'],
    [{ areas: ['Wiltshire'] }, 'areas, 0: Cannot use "Wiltshire"', 'E06000054'],
    [{ areas: [] }, 'areas', 'at least one'],
    [{}, 'areas', 'missing'],
    [{ ...one, colour: 'red' }, '"colour"', 'identityProvider'],
    [{ ...one, account: '1234' }, 'account: Cannot use "1234"', 'twelve digits'],
    [{ ...one, dashboard: { url: 'bellwether.test' } }, '"bellwether.test"', 'https'],
    [{ ...one, dashboard: { certificateArn: arn } }, 'dashboard, url', 'missing'],
    [{ ...one, identityProvider: { issuer: provider.issuer, audience: 'a' } }, 'keysUrl', 'missing'],
    [
      { ...one, identityProvider: { ...provider, keysUrl: 'http://login.test/keys' } },
      '"http://login.test/keys"',
      'https',
    ],
    [{ ...one, alarms: { operations: ['somebody'] } }, '"somebody"', 'mailbox'],
    [{ ...one, retention: { logDays: 91 } }, 'logDays', '90'],
    [{ ...one, retention: { accessLogDays: 10 } }, 'accessLogDays', '30 days'],
    [{ ...one, budget: { monthlyUsd: 100 } }, 'budget', 'operations'],
    [{ ...one, table: { generation: 2, next: 2 } }, 'table, next', 'never used'],
    [{ ...one, replica: { bucketArn: 'copy', keyArn: 'key' } }, '"copy"', 'arn:aws:s3:::'],
  ])('%j', (file, there, needed) => {
    const told = problemsOf(file).join('\n');
    expect(told).toContain('stages/test.json');
    expect(told).toContain(there);
    expect(told).toContain(needed);
  });

  test.each(['Live!', 'a'.repeat(32), '../x', ''])('a stage called "%s"', (name) => {
    expect(problemsOf(one, name)).toEqual([expect.stringContaining('lower-case letters')]);
  });

  test('and every problem is told at once', () => {
    expect(problemsOf({ areas: ['x', 'y'], region: 'z', account: 1 })).toHaveLength(4);
  });
});

test('a dashboard address loses its trailing slash, so that links never hold two', () => {
  expect(parse({ ...one, dashboard: { url: 'https://bellwether.test/' } })).toMatchObject({
    settings: { dashboardUrl: 'https://bellwether.test' },
  });
});

describe('the files that come with the product', async () => {
  const names = (await readdir('stages')).filter((name) => !name.endsWith('.schema.json'));

  test.each(names)('%s can be used', async (file) => {
    const outcome = parseStage(file.replace(/\.json$/, ''), await readFile(`stages/${file}`, 'utf8'));
    expect(outcome).toMatchObject({ ok: true });
  });

  test('that of dev can be deployed as it stands, that of prod only when its examples are replaced', async () => {
    const placeholders = async (stage: string) =>
      parseStage(stage, await readFile(`stages/${stage}.json`, 'utf8'));
    expect(await placeholders('dev')).toMatchObject({ placeholders: [] });
    expect(await placeholders('prod')).toMatchObject({
      placeholders: expect.arrayContaining([
        '111122223333',
        'REPLACE-ME',
        'https://bellwether.council.example',
      ]),
    });
  });

  test('the schema for editors is that of the program', async () => {
    // Compared as JSON: the formatter lays it out.
    const kept: unknown = JSON.parse(await readFile('stages/stage.schema.json', 'utf8'));
    expect(kept, 'stages/stage.schema.json is stale: run npm exec -- node bin/document-stages.ts').toEqual(
      JSON.parse(stageJsonSchema()),
    );
  });
});
