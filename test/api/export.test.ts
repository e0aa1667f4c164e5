import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { type Answers, answersOf } from '../disclosure/answers.ts';
import { filed, fileOf, planned, smallCouncil } from '../disclosure/small-council.ts';

const OFFICER = ['read', 'read-small-numbers'];
const READER = ['read'];
const figures = smallCouncil(18);
const plans = planned({ 'ehcp.active': 305, 'ehcp.new-plans': 8 });

const row = z.looseObject({
  of: z.string(),
  metric: z.string(),
  period: z.string(),
  value: z.number().nullable(),
  status: z.string().nullable(),
  drop: z.string(),
  trajectory: z.string().nullable(),
});
const exported = z.object({ items: z.array(row), next: z.string().nullable(), resume: z.string() });
const series = z.object({
  points: z.array(
    z.object({
      ...{
        period: z.string(),
        value: z.number().nullable(),
        status: z.string().optional(),
        drop: z.string(),
      },
    }),
  ),
  plans: z.array(
    z.object({
      trajectory: z.string(),
      points: z.array(z.object({ period: z.string(), value: z.number().nullable() })),
    }),
  ),
});
const changed = z.object({
  items: z.array(
    z.looseObject({ metric: z.string(), period: z.string(), kind: z.string(), knownAt: z.string() }),
  ),
  next: z.string().nullable(),
  resume: z.string(),
});

let answers: Answers;

beforeAll(async () => {
  answers = answersOf();
  const { drops, blocks } = filed(figures);
  await answers.take(
    { drops: [...drops, ...plans.drops], blocks: [...blocks, ...plans.blocks] },
    '2023-09-15T12:00:00.000Z',
  );
}, 60_000);

describe.each([
  ['everybody who may see small numbers', OFFICER],
  ['others', READER],
])('to %s an export', (_, scopes) => {
  test('says of every figure what its series says, and no more', async () => {
    const { items, next } = exported.parse(JSON.parse(await answers.ask('export', scopes)));
    expect(next).toBeNull();
    const listed = items.filter(({ of }) => of === 'figure');
    for (const { id } of metrics) {
      const { points } = series.parse(JSON.parse(await answers.ask(`series/${id}`, scopes)));
      const rows = listed.filter(({ metric }) => metric === id);
      expect(
        rows.map(({ period, value, status, drop }) => ({ period, value, status, drop })),
        id,
      ).toEqual(
        points.map(({ period, value, status, drop }) => ({ period, value, status: status ?? null, drop })),
      );
    }
    const suppressed = listed.filter(({ status }) => status === 'c').length;
    if (scopes === READER) expect(suppressed).toBeGreaterThan(20);
    else expect(suppressed).toBe(0);
  });

  test('has the plan lines of each series', async () => {
    const { items } = exported.parse(JSON.parse(await answers.ask('export?of=plan', scopes)));
    const told = series.parse(JSON.parse(await answers.ask('series/ehcp.active', scopes))).plans;
    expect(
      items.filter(({ metric }) => metric === 'ehcp.active').map(({ period, value }) => ({ period, value })),
    ).toEqual(told.flatMap(({ points }) => points.map(({ period, value }) => ({ period, value }))));
  });
});

test('an export in pages has each row once, as CSV and as JSON', async () => {
  const whole = exported.parse(JSON.parse(await answers.ask('export', OFFICER))).items;
  const paged: unknown[] = [];
  for (let cursor = ''; ; ) {
    const page = exported.parse(JSON.parse(await answers.ask(`export?limit=400${cursor}`, OFFICER)));
    paged.push(...page.items);
    if (page.next === null) break;
    cursor = `&cursor=${page.next}`;
  }
  expect(paged).toEqual(whole);
  const lines = (await answers.ask('export?format=csv', OFFICER)).trimEnd().split('\r\n');
  expect(lines).toHaveLength(whole.length + 1);
  expect(lines[0]).toMatch(/^of,area,metric,name,unit,frequency,group,.*,period,value,status,/);
});

test('changes after an export are what was taken in since, each once, and nothing when nothing was', async () => {
  const own = answersOf();
  await own.take(filed(figures), '2023-09-15T12:00:00.000Z');
  const { resume } = exported.parse(JSON.parse(await own.ask('export', OFFICER)));
  const ask = async (after: string) =>
    changed.parse(JSON.parse(await own.ask(`changes?limit=200&after=${after}`, OFFICER)));
  expect((await ask(resume)).items).toEqual([]);
  // A file about a month long past, put again now: by known-at it is late, and still it is not missed.
  const late = fileOf(17, { ...figures[17], 'ehcp.active': 999 }, 1);
  await own.take({ drops: [late.drop], blocks: late.blocks }, '2023-09-21T12:00:00.000Z');
  const first = await ask(resume);
  expect(first.items).toContainEqual(
    expect.objectContaining({ metric: 'ehcp.active', kind: 'restated', knownAt: late.drop.finishedAt }),
  );
  expect(first.resume).toBe(late.drop.finishedAt);
  expect((await ask(first.resume)).items).toEqual([]);
});

test('changes must say from where, one way or the other', async () => {
  for (const query of [
    '',
    '?after=2023-01-01T00:00:00.000Z&since=2023-01-01',
    '?until=2023-01-01',
    '?after=soon',
  ])
    await expect(answers.ask(`changes${query}`, OFFICER)).rejects.toThrow('400');
});
