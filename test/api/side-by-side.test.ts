import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { outcomeAnswers } from './outcome-answers.ts';

let ask: Awaited<ReturnType<typeof outcomeAnswers>>;

beforeAll(async () => {
  ask = await outcomeAnswers(await sampleCouncil());
}, 60_000);

const coefficient = z.object({ value: z.number(), lower: z.number(), upper: z.number() });
const correlationSchema = z.object({
  ...{ n: z.number(), year: z.string().nullable(), illustration: z.boolean() },
  ...{ pairs: z.array(z.object({ id: z.string(), x: z.number(), y: z.number() })) },
  ...{ excluded: z.array(z.object({ name: z.string(), reason: z.string() })) },
  ...{
    pearson: coefficient.nullable(),
    spearman: coefficient.nullable(),
    text: z.string(),
    caution: z.string(),
  },
});

describe('correlations of the sample council', () => {
  const X = 'x=absence.persistent&y=ks2.rwm';

  test('by locality: nine invented places, said to be invented', async () => {
    const found = correlationSchema.parse((await ask('reader', `correlations?${X}&by=locality`)).json());
    expect(found).toMatchObject({ n: 9, year: 'AY2023', illustration: true, excluded: [] });
    expect(found.text).toMatch(/^Illustration, not figures of the council/);
    expect(found.caution).toContain('With n = 9');
  });

  test('by neighbour: the council among its ten, real figures, and whoever has none is named', async () => {
    const found = correlationSchema.parse((await ask('reader', `correlations?${X}&by=neighbour`)).json());
    expect(found.illustration).toBe(false);
    expect(found.pairs.some(({ id }) => id === 'E06000054')).toBe(true);
    expect(found.n + found.excluded.length).toBe(11);
  });

  test('by year: each year in which both were measured, those of Covid named as lacking', async () => {
    const found = correlationSchema.parse((await ask('reader', `correlations?${X}&by=year`)).json());
    expect(found.year).toBeNull();
    expect(found.pairs.map(({ id }) => id)).toContain('AY2023');
    expect(found.excluded.map(({ name }) => name)).toContain('2020/21');
  });

  test('as CSV: a row for each place', async () => {
    const { body } = await ask('reader', `correlations?${X}&by=locality`, 'text/csv');
    const rows: string[][] = parse(body);
    expect(rows).toHaveLength(10);
    expect(rows[0]).toContain('illustration');
  });

  test('what cannot be asked for is said', async () => {
    expect((await ask('reader', 'correlations?x=ehcp.active&y=ks2.rwm')).status).toBe(400);
    expect((await ask('reader', `correlations?${X}&by=school`)).status).toBe(400);
    expect((await ask('reader', `correlations?${X}&group=nobody`)).status).toBe(400);
    const other = await ask('reader', `correlations?${X}&year=AY2001`);
    expect(other.status).toBe(404);
    expect(other.body).toContain('AY2023');
  });
});

const localitiesSchema = z.object({
  mean: z.number(),
  illustration: z.boolean(),
  items: z.array(z.object({ locality: z.string(), position: z.string().nullable(), text: z.string() })),
});

describe('localities of the sample council', () => {
  test('a place of 24 pupils with 46% is within chance beside a mean of 59%', async () => {
    const found = localitiesSchema.parse((await ask('reader', 'localities?metric=ks2.rwm')).json());
    expect(found.items).toHaveLength(9);
    expect(found.illustration).toBe(true);
    const small = found.items.find(({ locality }) => locality === 'Illustration area 9');
    expect(small).toMatchObject({ position: 'within' });
    expect(small?.text).toContain('45.8% of 24 pupils');
  });

  test('the share of disadvantaged pupils by place, and whose pupils are not counted', async () => {
    const found = localitiesSchema.parse(
      (await ask('reader', 'localities?metric=ks2.rwm&share=disadvantaged')).json(),
    );
    const far = found.items
      .filter(({ position }) => position === 'far-above')
      .map(({ locality }) => locality);
    expect(far).toContain('Illustration area 8');
    expect(found.items.at(-1)).toMatchObject({ locality: 'Illustration area 9', position: null });
  });

  test('shares of sessions and scores have no limits, and say so', async () => {
    for (const metric of ['absence.total', 'ks4.attainment8', 'ehcp.active'])
      expect((await ask('reader', `localities?metric=${metric}`)).status).toBe(400);
    expect((await ask('reader', 'localities?metric=ks2.rwm&group=cla&share=cla')).status).toBe(400);
  });
});

test('academies beside maintained schools: each subject with its gap, marked as an illustration; earlier nothing', async () => {
  const schema = z.object({
    illustration: z.boolean(),
    items: z.array(z.object({ metric: z.string(), gap: z.number(), gapInPupils: z.number() })),
  });
  const found = schema.parse((await ask('reader', 'school-types')).json());
  expect(found.illustration).toBe(true);
  expect(found.items.map(({ metric }) => metric)).toEqual([
    ...['eyfsp.gld', 'ks2.rwm', 'ks2.reading', 'ks2.writing', 'ks2.maths', 'ks2.gps'],
  ]);
  const writing = found.items.find(({ metric }) => metric === 'ks2.writing');
  expect(writing?.gap).toBeCloseTo(2139 / 3012 - 1482 / 2148, 12);
  const before = schema.parse((await ask('reader', 'school-types?asOf=2024-10-01')).json());
  expect(before.items).toEqual([]);
});
