import { describe, expect, test } from 'vitest';
import { sampleCouncil } from '../recompute/sample-council.ts';
import { doors } from './ask.ts';

const { ask } = doors(await sampleCouncil());

type Item = Readonly<Record<string, unknown>> & {
  readonly ratings: { update: string; rating: string | null }[];
  readonly evidence: { metric: string; value: number | null; rating: string | null }[];
};

const items = async (register: string, asOf = '2025-01-09'): Promise<readonly Item[]> => {
  const { status, body } = await ask('GET', `/${register}?asOf=${asOf}`);
  if (status !== 200) throw new Error(`${register} answered ${status}`);
  return body.items;
};
/** Ratings from the first update to the last. */
const over = ({ ratings }: Item) => ratings.map(({ rating }) => rating ?? '–').toReversed();
const counted = (values: readonly unknown[]) =>
  Object.fromEntries([...Map.groupBy(values, String)].map(([value, all]) => [value, all.length]));

describe('conditions', () => {
  test('carry the ratings of May, August and November 2024; what was not published is null', async () => {
    const rated = (await items('conditions')).map((each) => [each['condition'], ...over(each)].join(' '));
    expect(rated).toEqual([
      '1 green amber red',
      '2 green red –',
      '3.1 green amber amber',
      '3.2 green green green',
      '3.3 – amber amber',
      '3.4 amber amber amber',
      '3.5 green green green',
    ]);
    const moved = (await items('conditions')).map((each) => each['movement']);
    expect(moved).toEqual(['worse', null, 'same', 'same', 'same', 'same', 'same']);
  });

  test('show their evidence from the data, and what serves them', async () => {
    const of = async (id: string) => (await items('conditions')).find((each) => each['condition'] === id);
    const earlier = await of('3.1');
    expect(earlier?.evidence.find(({ metric }) => metric === 'ehcp.active')).toMatchObject({
      value: 6357,
      rating: 'red',
    });
    expect(earlier?.['interventions']).toEqual(expect.arrayContaining(['1.1', '8.4', 'flow-1']));
    expect((await of('3.4'))?.['interventions']).toEqual(expect.arrayContaining(['9.1', '11.9', 'flow-5']));
    expect((await of('1'))?.evidence[0]).toMatchObject({ metric: 'dsg.in-year-balance', value: -43_200_000 });
  });

  test('what is red says who does what by when, and names what nobody has said', async () => {
    const [first, second] = await items('conditions');
    expect(first?.['red']).toMatchObject({
      owner: null,
      missing: expect.arrayContaining([expect.any(String)]),
    });
    expect(second?.['red']).toBeNull();
  });

  test('as of a day, they stand as they were known then', async () => {
    const then = (await items('conditions', '2024-10-01')).map((each) => [each['condition'], ...over(each)]);
    expect(then[0]).toEqual(['1', 'green', 'amber']);
    expect(then[1]).toEqual(['2', 'green', 'red']);
  });
});

describe('risks', () => {
  test('of the monitoring report carry their ratings, those of the dashboard their scores', async () => {
    const all = await items('risks');
    const report = all.filter((each) => each['register'] === 'DfE monitoring');
    expect(report.map((each) => [each['risk'], ...over(each)].join(' '))).toEqual([
      '1 green green green',
      '2 green green green',
      '3 amber green green',
      '4 amber amber blue',
      '5 amber amber amber',
    ]);
    const dashboard = all.filter((each) => each['register'] === 'Dashboard');
    const scored = dashboard.map((each) => [
      each['risk'],
      each['impact'],
      each['likelihood'],
      each['score'],
      each['key'],
    ]);
    expect(scored).toEqual([
      ['capital', 4, 4, 16, true],
      ['growth', 5, 4, 20, true],
    ]);
    expect(report.every((each) => each['key'] === false && each['score'] === null)).toBe(true);
  });
});

describe('workstreams and interventions', () => {
  test('sixteen workstreams of five programmes: thirteen on track, one off track, two without a rating', async () => {
    const all = await items('programme');
    expect(counted(all.map(({ programme }) => String(programme).slice(0, 1)))).toEqual({
      2: 4,
      3: 3,
      4: 3,
      5: 2,
      6: 4,
    });
    expect(counted(all.map(({ rating }) => rating))).toEqual({ green: 13, 'amber-green': 1, null: 2 });
    expect(all.find(({ rating }) => rating === 'amber-green')).toMatchObject({
      workstream: 'Multi-agency approach to supporting schools before an EHCP is issued',
    });
    expect(
      all.filter(({ rating }) => rating === null).every((each) => String(each['programme']).startsWith('5')),
    ).toBe(true);
  });

  test('66 interventions in 14 groups: 27 new, 25 accelerate, 13 optimise, 1 pause', async () => {
    const all = (await items('interventions')).filter(({ id }) => !String(id).startsWith('flow-'));
    expect(counted(all.map(({ change }) => change))).toEqual({
      New: 27,
      Accelerate: 25,
      Optimise: 13,
      Pause: 1,
    });
    expect(new Set(all.map(({ group }) => group)).size).toBe(14);
    expect(all.find(({ id }) => id === '9.1')).toMatchObject({ metric: 'ehcp.ceased', serves: '3.4' });
  });

  test('the rows of the system flow table stand beside them, with effect and month', async () => {
    const flow = (await items('interventions')).filter(({ id }) => String(id).startsWith('flow-'));
    expect(flow.map((each) => [each['effectPerMonth'], each['fullEffectBy']])).toEqual([
      [-8, '2025-04'],
      [-8, null],
      [-15, '2025-06'],
      [10, '2025-09'],
      [5, '2026-01'],
      [0.13, '2026-01'],
      [0.011, '2026-01'],
      [null, '2026-04'],
      [null, '2025-09'],
    ]);
  });

  test('milestones: what the papers date, the places of September 2024 late', async () => {
    const found = await items('milestones');
    expect(found).toHaveLength(6);
    const late = found.filter(({ overdueDays }) => overdueDays !== null);
    expect(late.map((each) => [each['milestone'], each['rating']])).toEqual([
      ['156 new special school places (98 were delivered, 58 were not)', 'amber'],
    ]);
  });

  test('four recommendations, none answered or late', async () => {
    const found = await items('recommendations');
    expect(found.map((each) => [each['id'], each['answered'], each['overdueDays']])).toEqual([
      ['1', false, null],
      ['2', false, null],
      ['3', false, null],
      ['4', false, null],
    ]);
  });
});

test('a register is paged, and what is not served is not answered', async () => {
  const first = (await ask('GET', '/risks?asOf=2025-01-09&limit=5')).body;
  expect(first.items).toHaveLength(5);
  const second = (await ask('GET', `/risks?asOf=2025-01-09&limit=5&cursor=${first.next}`)).body;
  expect(second.items).toHaveLength(2);
  expect(second.next).toBeNull();
  expect((await ask('GET', '/risks?asOf=2030-01-01')).status).toBe(400);
});
