import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { memoryIngest } from '../ingest/in-memory.ts';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { area, outcomeAnswers } from './outcome-answers.ts';

type Ask = Awaited<ReturnType<typeof outcomeAnswers>>;

let ask: Ask;
/** A council with a small cohort and a combination of six pupils, seven in an earlier file. */
let small: Ask;

const PUT = '2024-11-30T09:00:00.000Z';

async function councilOf(files: readonly (readonly [string, string, string])[]) {
  const ingest = memoryIngest();
  for (const [key, text, putTime] of files)
    await ingest.take(`${area}/${key}`, { text }, { putTime, knownAt: putTime });
  return { drops: ingest.drops, blocks: ingest.blocks };
}

beforeAll(async () => {
  ask = await outcomeAnswers(await sampleCouncil());
  const combinations = (both: number) =>
    `period,groups,pupils\n2023/24,DIS,400\n2023/24,SENS,300\n2023/24,EAL,200\n2023/24,DIS+SENS,${both}\n2023/24,DIS+EAL,60\n2023/24,SENS+EAL,50\n`;
  small = await outcomeAnswers(
    await councilOf([
      [
        'cohorts/a.csv',
        'cohort,period,year_group,metric,value,pupils\ntiny,2018/19,Reception,eyfsp.gld,50%,8\nfew-reached,2018/19,Reception,eyfsp.gld,5%,100\nlarge,2018/19,Reception,eyfsp.gld,70%,100\n',
        PUT,
      ],
      ['overlaps/a.csv', combinations(7), PUT],
      ['overlaps/b.csv', combinations(6), '2024-12-15T09:00:00.000Z'],
    ]),
  );
}, 60_000);

const beside = z.object({ value: z.number(), gap: z.number(), standing: z.string() }).nullable();
const cohortSchema = z.object({
  illustration: z.boolean(),
  steps: z.array(
    z.object({
      ...{
        period: z.string(),
        metric: z.string(),
        value: z.number().nullable(),
        status: z.string().optional(),
      },
      ...{ pupils: z.number().nullable(), council: beside, national: beside, text: z.string() },
      versions: z.array(z.object({ value: z.number().nullable(), current: z.boolean() })),
    }),
  ),
});

describe('cohorts of the sample council', () => {
  test('two that files follow, and its year groups by published results', async () => {
    const schema = z.object({
      items: z.array(z.object({ id: z.string(), kind: z.string(), illustration: z.boolean() })),
    });
    const { items } = schema.parse((await ask('reader', 'cohorts')).json());
    expect(items.filter(({ kind }) => kind === 'followed')).toEqual([
      { id: 'slightly-above-2018', kind: 'followed', illustration: true },
      { id: 'slightly-below-2018', kind: 'followed', illustration: true },
    ]);
    expect(items.find(({ id }) => id === 'year-group-2018')).toMatchObject({ illustration: false });
  });

  test('who began Reception in 2018/19: GLD, nothing in the years of Covid, KS2 59% beside England’s 63%', async () => {
    const { steps } = cohortSchema.parse((await ask('reader', 'cohorts/year-group-2018')).json());
    const of = (metric: string) => steps.find((step) => step.metric === metric);
    expect(of('eyfsp.gld')?.period).toBe('AY2018');
    expect(of('eyfsp.gld')?.value).not.toBeNull();
    expect(of('phonics.y1')).toMatchObject({ period: 'AY2019', value: null, status: 'not-collected' });
    expect(of('phonics.y1')?.text).toContain('because of Covid');
    expect(of('ks2.rwm')).toMatchObject({
      ...{ period: 'AY2024', value: 0.59, national: { value: 0.63, gap: -0.04, standing: 'slightly-below' } },
    });
    expect(steps.some(({ metric }) => metric.startsWith('ks4.'))).toBe(false);
  });

  test('a followed cohort stands beside the council and England, with every version of each step', async () => {
    const { steps, illustration } = cohortSchema.parse(
      (await ask('reader', 'cohorts/slightly-below-2018')).json(),
    );
    expect(illustration).toBe(true);
    const last = steps.find(({ metric }) => metric === 'ks2.rwm');
    expect(last).toMatchObject({ value: 0.56, pupils: 403, versions: [{ value: 0.56, current: true }] });
    expect(last?.council).toMatchObject({ value: 0.59, gap: -0.03, standing: 'slightly-below' });
  });

  test('as CSV each step is a row that says whether it is an illustration; unknown cohorts are 404', async () => {
    const { body } = await ask('reader', 'cohorts/slightly-below-2018', 'text/csv');
    const rows: Record<string, string>[] = parse(body, { columns: true });
    expect(rows).toHaveLength(6);
    expect(rows.every((row) => row['illustration'] === 'true' && row['source'] === 'Synthetic')).toBe(true);
    expect((await ask('reader', 'cohorts/nobody')).status).toBe(404);
    const before = z.object({ items: z.array(z.object({ kind: z.string() })) });
    const { items } = before.parse((await ask('reader', 'cohorts?asOf=2024-10-01')).json());
    expect(items.filter(({ kind }) => kind === 'followed')).toEqual([]);
  });
});

const overlapsSchema = z.object({
  illustration: z.boolean(),
  items: z.array(
    z.object({
      ...{ of: z.string(), groups: z.array(z.string()), name: z.string() },
      ...{ pupils: z.number().nullable(), status: z.string().optional() },
    }),
  ),
  venn: z
    .object({ parts: z.array(z.object({ inside: z.array(z.string()), pupils: z.number().nullable() })) })
    .nullable(),
});

describe('pupils in several groups at once', () => {
  test('totals are the sums of the combinations, and a diagram’s parts add up to the total of its groups', async () => {
    const found = overlapsSchema.parse(
      (await ask('reader', 'overlaps?year=AY2023&groups=cla,disadvantaged,ehcp')).json(),
    );
    expect(found.illustration).toBe(true);
    const total = (...groups: string[]) =>
      found.items.find((each) => each.of === 'at-least' && each.groups.join() === groups.join())?.pupils;
    const exact = found.items.filter(({ of }) => of === 'exact');
    const sum = (all: readonly { readonly pupils: number | null }[]) =>
      all.reduce((most, { pupils }) => most + (pupils ?? 0), 0);
    expect(total()).toBe(sum(exact));
    expect(total('ehcp')).toBe(sum(exact.filter(({ groups }) => groups.includes('ehcp'))));
    expect(total('cla', 'disadvantaged')).toBe(95 + 80 + 70);
    const parts = found.venn?.parts ?? [];
    expect(parts).toHaveLength(7);
    expect(sum(parts.filter(({ inside }) => inside.includes('ehcp')))).toBe(total('ehcp'));
    expect(parts.find(({ inside }) => inside.join() === 'cla')?.pupils).toBeNull();
  });

  test('who may see small numbers sees six pupils; who may not, neither them nor what tells them, in no version', async () => {
    const both = (body: unknown) =>
      overlapsSchema
        .parse(body)
        .items.find((each) => each.of === 'exact' && each.groups.join() === 'disadvantaged,sen-support');
    expect(both((await small('officer', 'overlaps')).json())).toMatchObject({ pupils: 6 });
    for (const day of ['', '?asOf=2024-12-01', '?asOf=2024-12-20']) {
      const { items } = overlapsSchema.parse((await small('reader', `overlaps${day}`)).json());
      expect(both({ items, illustration: false, venn: null })).toMatchObject({ pupils: null, status: 'c' });
      expect(items.filter(({ pupils }) => pupils !== null && pupils < 10)).toEqual([]);
      const totals = items.filter(({ of, groups }) => of === 'at-least' && groups.length === 1);
      expect(totals.every(({ pupils }) => pupils !== null)).toBe(true);
    }
  });

  test('a diagram needs two or three groups that the file names', async () => {
    for (const groups of ['disadvantaged', 'a,b', 'cla,disadvantaged,ehcp,eal', 'disadvantaged,not-eal'])
      expect((await ask('reader', `overlaps?groups=${groups}`)).status).toBe(400);
    expect((await ask('reader', 'overlaps?year=AY2011')).status).toBe(404);
  });
});

test('a cohort of eight, and one of which five reached it, are shown only to who may see small numbers', async () => {
  const of = async (who: 'officer' | 'reader', id: string) =>
    cohortSchema.parse((await small(who, `cohorts/${id}`)).json()).steps[0];
  for (const id of ['tiny', 'few-reached']) {
    expect(await of('reader', id)).toMatchObject({ value: null, status: 'c', pupils: null, versions: [] });
    expect((await of('officer', id))?.value).not.toBeNull();
  }
  expect(await of('reader', 'large')).toMatchObject({ value: 0.7, pupils: 100 });
});
