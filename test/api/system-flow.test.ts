import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { area, doors } from './ask.ts';

const sample = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../samples/${area}/scenarios/${name}.json`, import.meta.url), 'utf8'));
const { ask } = doors();
const post = (body: unknown) => ask('POST', '/scenarios/system-flow', body);
const refusedFields = async (body: unknown) => {
  const { status, body: told } = await post(body);
  expect(status).toBe(400);
  return told.errors.map(({ field }: { field: string }) => field);
};

const current = { requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 };
const plain = { ...current, start: 6357, horizonMonths: 12 };

describe('the system flow of the source', () => {
  test('97 requests, 12.0%, 3.9%, 29 ceased: 636 a year; 66, 25%, 5%, 44: 36', async () => {
    expect(Math.round((await post(sample('flow-current'))).body.netAnnualGrowth)).toBe(636);
    expect(Math.round((await post(sample('flow-target'))).body.netAnnualGrowth)).toBe(36);
  });

  test('the six interventions lead from one to the other, each in its month', async () => {
    const { body } = await post(sample('flow-interventions'));
    const lever = (name: string) => {
      const months: { period: string; [lever: string]: number | string }[] = body.months;
      return months.flatMap((month, at) =>
        at === 0 || month[name] !== months[at - 1]?.[name]
          ? [`${month.period} ${Number(Number(month[name]).toFixed(6))}`]
          : [],
      );
    };
    expect(lever('requests')).toEqual(['2025-01 97', '2025-04 89', '2025-06 66']);
    expect(lever('ceased')).toEqual(['2025-01 29', '2025-09 39', '2026-01 44']);
    expect(lever('noToAssessRate')).toEqual(['2025-01 0.12', '2026-01 0.25']);
    expect(lever('noToIssueRate')).toEqual(['2025-01 0.039', '2026-01 0.05']);
    expect(Math.round(body.netAnnualGrowth)).toBe(636);
    expect(Math.round(body.netAnnualGrowthAtEnd)).toBe(36);
    expect(body.assumed).toEqual([expect.stringContaining('Pre-DaD1')]);
  });

  test('what it answers for a body as short as can be begins with the next month', async () => {
    const { status, body } = await post(plain);
    expect(status).toBe(200);
    expect(body.months[0]).toMatchObject({ period: '2025-02', requests: 97, ceased: 29 });
    expect(body.months).toHaveLength(12);
    expect(body.months[11].active - 6357).toBeCloseTo(body.netAnnualGrowth, 6);
    expect(body).toMatchObject({ solution: null, uncertainty: null, assumed: [] });
  });

  test('which requests keep plans at 5,938 in March 2031, in a number and a sentence', async () => {
    const question = { lever: 'requests', active: 5938, by: '2031-03' };
    const { body } = await post({ ...plain, from: '2025-01', solveFor: question });
    expect(body.solution.value).toBeCloseTo(27.69, 2);
    expect(body.solution.text).toMatch(/^With 27\.7 requests a month, .* 5,938 plans are open in 2031-03\.$/);
    const never = await post({ ...plain, solveFor: { ...question, active: 10, by: '2025-06' } });
    expect(never.body.solution).toMatchObject({
      value: null,
      text: expect.stringContaining('comes nearest'),
    });
  });
});

describe('what cannot be worked out is refused with its fields', () => {
  test.each([
    ['a rate above 1', { noToAssessRate: 12 }, ['noToAssessRate']],
    ['a negative number of ceases', { ceased: -1 }, ['ceased']],
    ['a horizon of 10,000 months', { horizonMonths: 10_000 }, ['horizonMonths']],
    ['a month that is none', { from: '2025-13' }, ['from']],
    ['a field that is not known', { cease: 4 }, ['cease']],
    ['several at once', { requests: 'many', noToIssueRate: 2 }, ['requests', 'noToIssueRate']],
    [
      'an intervention before the first month',
      { from: '2025-02', interventions: [{ from: '2025-01', requests: -8 }] },
      ['interventions.0.from'],
    ],
    [
      'a full effect before the start',
      { interventions: [{ from: '2025-06', fullEffectBy: '2025-05', requests: -8 }] },
      ['interventions.0.fullEffectBy'],
    ],
    [
      'interventions that together leave less than no ceases',
      {
        interventions: [
          { from: '2025-06', ceased: -20 },
          { from: '2025-07', ceased: -20 },
        ],
      },
      ['interventions.ceased'],
    ],
    [
      'more than the whole growth taken away',
      {
        interventions: [
          { from: '2025-06', inmssGrowth: -0.6 },
          { from: '2025-07', inmssGrowth: -0.6 },
        ],
      },
      ['interventions.inmssGrowth'],
    ],
    ['more placements than plans', { placements: { inmss: { start: 7000 } } }, ['placements']],
    [
      'a question about the past',
      { solveFor: { lever: 'ceased', active: 1, by: '2020-01' } },
      ['solveFor.by'],
    ],
  ])('%s', async (_, change, fields) => {
    expect(await refusedFields({ ...plain, ...change })).toEqual(fields);
  });

  test('what is wrong is said with what to do', async () => {
    const { body } = await post({ ...plain, noToAssessRate: 12 });
    expect(body.detail).toContain('write 12% as 0.12');
  });
});
