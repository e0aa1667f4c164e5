import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { alerts, drops, series, versions } from './answers.ts';
import { type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: false });
}, 120_000);

afterAll(() => system.stop());

const at = '/areas/E06000054';
const monthly = 'E06000054/send-monthly';

type Report = Awaited<ReturnType<System['drop']>>;

function balanced({ rows }: Report): boolean {
  return rows.read === rows.accepted + rows.partly + rows.rejected + rows.ignored;
}

async function shown(metric: string): Promise<Record<string, number | null>> {
  const { points } = await system.get(`${at}/series/${metric}`, series);
  return Object.fromEntries(points.map(({ period, value }) => [period, value]));
}

describe('an area before its first file', () => {
  test('answers with nothing, and nothing is green', async () => {
    const { points, forecast, plans, rating } = await system.get(`${at}/series/ehcp.active`, series);
    expect({ points, forecast, plans, rating }).toEqual({
      points: [],
      forecast: null,
      plans: [],
      rating: null,
    });
    const { text } = await system.api(`${at}/ratings`);
    expect(JSON.parse(text).overall.rating).toBe('grey');
  });
});

describe('a monthly file', () => {
  const key = `${monthly}/life.csv`;

  test('shows, is put again, retracts, is deleted, and every value stays readable', async () => {
    const first = await system.drop(
      key,
      'month,Number of EHCPs,No. placed in INMSS\n2023-09,"6,051",359\nOct-23,"6,161",362\n',
    );
    expect(first).toMatchObject({
      state: 'accepted',
      rows: { read: 2, accepted: 2 },
      cells: 4,
      problems: [],
    });
    expect(await shown('ehcp.active')).toEqual({ '2023-09': 6051, '2023-10': 6161 });

    await system.drop(key, 'month,ehcp_active\n2023-10,6170\n');
    expect(await shown('ehcp.active')).toEqual({ '2023-10': 6170 });
    expect(await shown('inmss.placed')).toEqual({});

    await system.remove(key);
    expect(await shown('ehcp.active')).toEqual({});
    const { items } = await system.get(`${at}/series/ehcp.active/versions?period=2023-10`, versions);
    expect(items.map(({ value, current }) => [value, current])).toEqual([
      [6170, false],
      [6161, false],
    ]);
  });

  test('the same content again changes nothing and alerts nobody', async () => {
    const body = 'month,ehcp_active\n2022-01,5000\n2022-02,5010\n';
    const first = await system.drop(`${monthly}/same.csv`, body);
    const before = await system.api(`${at}/series/ehcp.active`);
    const files = await system.alertFiles();
    const second = await system.drop(`${monthly}/same.csv`, body);
    expect(second).toMatchObject({
      state: 'accepted',
      knownAt: first.knownAt,
      cells: first.cells,
      rows: first.rows,
    });
    expect((await system.api(`${at}/series/ehcp.active`)).text).toBe(before.text);
    expect(await system.alertFiles()).toEqual(files);
  });

  test('a file known earlier does not override, however late it comes; when the later is deleted it speaks', async () => {
    await system.drop(`${monthly}/b-late.csv`, 'month,ehcp_active\n2021-05,4100\n', '2021-08-01');
    await system.drop(`${monthly}/a-early.csv`, 'month,ehcp_active\n2021-05,4000\n', '2021-06-10');
    expect((await shown('ehcp.active'))['2021-05']).toBe(4100);
    await system.remove(`${monthly}/b-late.csv`);
    expect((await shown('ehcp.active'))['2021-05']).toBe(4000);
  });

  test('an empty cell overrides nothing; a written symbol speaks, as itself', async () => {
    await system.drop(
      `${monthly}/c1.csv`,
      'month,ehcp_active,inmss_placed\n2020-01,3000,100\n',
      '2020-02-10',
    );
    await system.drop(`${monthly}/c2.csv`, 'month,ehcp_active,inmss_placed\n2020-01,,c\n', '2020-03-10');
    expect((await shown('ehcp.active'))['2020-01']).toBe(3000);
    const { points } = await system.get(`${at}/series/inmss.placed?from=2020-01&to=2020-01`, series);
    expect(points).toEqual([expect.objectContaining({ value: null, status: 'c' })]);
  });

  test('a wrong cell costs the cell and says how to mend it; the rest is taken', async () => {
    const report = await system.drop(
      `${monthly}/cell.csv`,
      'month,ehcp_active,inmss_placed\n2019-01,many,90\n2019-02,2910,91\n',
    );
    expect(report).toMatchObject({
      state: 'accepted-with-problems',
      rows: { read: 2, accepted: 1, partly: 1, rejected: 0, ignored: 0 },
      cells: 3,
    });
    expect(report.problems).toEqual([
      expect.objectContaining({ row: 2, column: 'ehcp_active', value: 'many' }),
    ]);
    expect(await shown('inmss.placed')).toMatchObject({ '2019-01': 90, '2019-02': 91 });
  });

  test('a month that cannot be costs its row', async () => {
    const report = await system.drop(
      `${monthly}/month.csv`,
      'month,ehcp_active\n13/2018,2800\n2018-02,2810\n31/02/2018,2820\n2018-04,2830\n',
    );
    expect(report.rows).toMatchObject({ read: 4, accepted: 2, rejected: 2 });
    expect(report.problems.map(({ row, column }) => [row, column])).toEqual([
      [2, 'month'],
      [4, 'month'],
    ]);
    expect(report.problems[1]?.message).toContain('February 2018 has 28 days');
  });

  test('rows that contradict each other are all rejected', async () => {
    const report = await system.drop(
      `${monthly}/twice.csv`,
      'month,ehcp_active\n2017-01,2700\n2017-01,2701\n2017-02,2710\n',
    );
    expect(report.rows).toMatchObject({ read: 3, accepted: 1, rejected: 2 });
    expect(await shown('ehcp.active')).not.toHaveProperty('2017-01');
    expect((await shown('ehcp.active'))['2017-02']).toBe(2710);
  });
});

describe('files that cannot be taken', () => {
  test.each([
    ['of no byte', `${monthly}/empty.csv`, '', 'no-rows'],
    ['with a header only', `${monthly}/header.csv`, 'month,ehcp_active\n', 'no-rows'],
    ['with no column that is known', `${monthly}/columns.csv`, 'a,b\n1,2\n', 'no-known-columns'],
    [
      'that are binary, named .csv',
      `${monthly}/binary.csv`,
      Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256),
      undefined,
    ],
    [
      'with an e-mail address',
      `${monthly}/person.csv`,
      'month,ehcp_active\n2016-01,someone@example.org\n',
      'personal-data',
    ],
    [
      'of an area that is not served',
      'E06000001/send-monthly/a.csv',
      'month,ehcp_active\n2016-01,1\n',
      'unknown-area',
    ],
    [
      'of a feed that is not known',
      'E06000054/nothing/a.csv',
      'month,ehcp_active\n2016-01,1\n',
      'unknown-feed',
    ],
    ['at no place', 'a.csv', 'month,ehcp_active\n2016-01,1\n', 'bad-key'],
  ])('files %s are quarantined, with a reason', async (_, key, body, code) => {
    const report = await system.drop(key, body);
    expect(report).toMatchObject({ state: 'quarantined', cells: 0 });
    expect(balanced(report)).toBe(true);
    expect(report.problems[0]?.message.length).toBeGreaterThan(20);
    if (code !== undefined) expect(report.problems[0]?.code).toBe(code);
    expect(JSON.stringify(report)).not.toContain('someone@example.org');
  });

  test('known later than it was put: refused', async () => {
    const report = await system.drop(`${monthly}/future.csv`, 'month,ehcp_active\n2016-01,1\n', '2999-01-01');
    expect(report).toMatchObject({ state: 'quarantined', problems: [{ code: 'known-at-after-put' }] });
  });

  test('a quarantined version leaves the one before speaking and raises an alert, which the mended file resolves', async () => {
    const key = `${monthly}/mend.csv`;
    await system.drop(key, 'month,ehcp_active\n2015-01,2500\n');
    await system.drop(key, 'nothing,known\n1,2\n');
    expect((await shown('ehcp.active'))['2015-01']).toBe(2500);
    const open = async () => {
      const { items } = await system.get(`${at}/alerts?state=firing`, alerts);
      return items.filter(({ title }) => title.includes('mend.csv'));
    };
    expect(await open()).toEqual([expect.objectContaining({ topic: 'data-quality', severity: 'warning' })]);
    await system.drop(key, 'month,ehcp_active\n2015-01,2600\n');
    expect(await open()).toEqual([]);
    expect((await shown('ehcp.active'))['2015-01']).toBe(2600);
    const files = (await system.alertFiles()).filter((name) => name.includes('mend.csv'));
    expect(files.map((name) => name.split('.').at(-2))).toEqual(['1', '2']);
  });

  test('a version of which nothing can be taken does not retract the one before', async () => {
    const key = `${monthly}/slip.csv`;
    await system.drop(key, 'month,tribunal_appeals\n2012-01,1161\n');
    const report = await system.drop(key, 'month,tribunal_appeals\n2012-01,1,161\n');
    expect(report).toMatchObject({ state: 'quarantined', cells: 0 });
    expect(report.problems[0]?.code).toBe('nothing-taken');
    expect(report.problems[1]?.row).toBe(2);
    expect((await shown('ehcp.tribunal-appeals'))['2012-01']).toBe(1161);
  });

  test('deleting a file at a wrong place ends its alert', async () => {
    const key = 'E06000054/send_monthly/wrong.csv';
    const report = await system.drop(key, 'month,ehcp_active\n2012-01,1\n');
    expect(report.problems[0]?.message).toContain('send-monthly');
    await system.remove(key);
    const files = (await system.alertFiles()).filter((name) => name.includes('wrong.csv'));
    expect(files.map((name) => name.split('.').at(-2))).toEqual(['1', '2']);
  });

  test('the system still serves, and lists them all', async () => {
    const { items } = await system.get(`${at}/drops?state=quarantined`, drops);
    expect(items.length).toBeGreaterThan(4);
    expect((await system.api('/health')).status).toBe(200);
  });
});

describe('national statistics', () => {
  const excerpt = (name: string) =>
    readFileSync(new URL(`../ingest/statistics/fixtures/${name}.csv`, import.meta.url), 'utf8');

  test('the list of drops says which release a file is', async () => {
    await system.drop('_shared/dfe-statistics/a.csv', excerpt('requests'));
    await system.drop('_shared/dfe-statistics/b.csv', excerpt('lait'));
    const { text } = await system.api(`${at}/drops?feed=dfe-statistics`);
    const { items } = z
      .object({ items: z.array(z.object({ key: z.string(), recognisedAs: z.string() })) })
      .parse(JSON.parse(text));
    expect(Object.fromEntries(items.map(({ key, recognisedAs }) => [key.at(-5), recognisedAs]))).toEqual({
      a: expect.stringContaining('DfE open data, EHC plans: requests for assessment'),
      b: expect.stringContaining('Local Authority Interactive Tool'),
    });
    expect(await shown('sen2.requests')).toMatchObject({ '2023': 1203, '2024': 1146 });
  });

  test('each symbol for a missing figure stays what it is, as far as the answer', async () => {
    const symbols = ['z', 'x', 'c', 'low', 'k', 'u', ':', '~', '.', '-'];
    const rows = symbols.map(
      (symbol, index) => `SEN_TOT_CEASED_EHC_PLAN,,${2005 + index},Wiltshire,${symbol},865,`,
    );
    await system.drop(
      'E06000054/dfe-statistics/symbols.csv',
      `Short Desc,Data item,Years,LA and Regions,Values,LA Number,Region\n${rows.join('\n')}\n`,
    );
    const { points } = await system.get(`${at}/series/sen2.ceased`, series);
    const told = points.filter(({ period }) => Number(period) < 2015);
    expect(told.map(({ value, status }) => [value, status])).toEqual(symbols.map((symbol) => [null, symbol]));
  });
});

describe('a larger file', () => {
  test('2,000 rows are all there, forecast and with their drop', async () => {
    const rows = Array.from({ length: 2000 }, (_, at) => {
      const metric = ['ehcp.active', 'ehcp.requests', 'inmss.placed', 'ehcp.ceased'][at % 4];
      const month = 2020 * 12 + (Math.floor(at / 4) % 120);
      const period = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      return `plan-${Math.floor(at / 480)},mitigated,${metric},${period},${1000 + at}`;
    });
    const report = await system.drop(
      'E06000054/trajectory/large.csv',
      `trajectory,kind,metric,period,value\n${rows.join('\n')}\n`,
    );
    expect(report).toMatchObject({ state: 'accepted', rows: { read: 2000, accepted: 2000 }, cells: 2000 });
    const { plans } = await system.get(`${at}/series/ehcp.active`, series);
    expect(plans.map(({ points }) => points.length).reduce((sum, each) => sum + each, 0)).toBe(500);
  });
});

describe('many at once', () => {
  test('versions of a key put without waiting end with the last, whatever order their events come in', async () => {
    const key = `${monthly}/rush.csv`;
    for (let value = 1; value <= 12; value += 1)
      await system.put(key, `month,ehcp_active\n2014-01,${2000 + value}\n`);
    await system.runtime.idle();
    expect((await shown('ehcp.active'))['2014-01']).toBe(2012);
    const { items } = await system.get(`${at}/series/ehcp.active/versions?period=2014-01`, versions);
    expect(items.map(({ value }) => value)).toEqual(Array.from({ length: 12 }, (_, back) => 2012 - back));
  });

  test('put and deleted at once ends deleted', async () => {
    const key = `${monthly}/brief.csv`;
    await system.put(key, 'month,ehcp_active\n2013-01,1900\n');
    await system.remove(key);
    expect(await shown('ehcp.active')).not.toHaveProperty('2013-01');
  });
});
