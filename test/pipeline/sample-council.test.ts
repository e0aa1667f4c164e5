import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { templateOf } from '../../shared/catalogue/feed-template.ts';
import { feedTitles } from '../../shared/catalogue/feed-titles.ts';
import { outcomes } from '../../shared/catalogue/feeds/outcomes.ts';
import {
  alerts,
  bridge,
  changes,
  dataQuality,
  disagreements,
  drops,
  ratingHistory,
  ratings,
  reconciliation,
  replayed,
  series,
  summary,
  versions,
} from './answers.ts';
import { tableOf } from './csv.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: true });
}, 240_000);

afterAll(() => system.stop());

const at = '/areas/E06000054';

describe('the figures of the source', () => {
  test('EHCPs in October 2024: 6,161 against 5,669, +492 or +8.7%', async () => {
    const { points } = await system.get(`${at}/series/ehcp.active`, series);
    const october = points.find(({ period }) => period === '2024-10');
    expect(october).toMatchObject({ value: 6161, plan: 5669, difference: 492 });
    expect(october?.differencePercent).toBeCloseTo(0.0868, 4);
  });

  test('rated red since August 2024, over plan since April 2024, with reasons', async () => {
    const { items, overall } = await system.get(`${at}/ratings?period=2024-10`, ratings);
    const ehcps = items.find(({ metric }) => metric === 'ehcp.active');
    expect(ehcps?.rating).toBe('red');
    expect(ehcps?.reasons).toEqual([
      expect.objectContaining({ rule: 'against-plan-red', value: 6161, difference: 492, since: '2024-08' }),
      expect.objectContaining({ rule: 'against-plan-amber', since: '2024-04' }),
    ]);
    expect(ehcps?.reasons[0]?.bound).toBeCloseTo(5669 * 1.05, 6);
    expect(overall?.rating).toBe('red');
  });

  test.each([
    ['2024-04', 'amber'],
    ['2024-05', 'amber'],
    ['2024-06', 'amber'],
    ['2024-07', 'amber'],
    ['2024-08', 'red'],
    ['2024-09', 'red'],
    ['2024-12', 'red'],
  ])('EHCPs in %s are %s', async (period, rating) => {
    const { items } = await system.get(`${at}/ratings?period=${period}`, ratings);
    expect(items.find(({ metric }) => metric === 'ehcp.active')?.rating).toBe(rating);
  });

  test('the forecast of EHCPs says which figures it lacks', async () => {
    const answer = z.object({ missingInputs: z.array(z.object({ metric: z.string(), needed: z.number() })) });
    const { missingInputs } = await system.get(`${at}/series/ehcp.active`, answer);
    expect(missingInputs).toContainEqual({ metric: 'ehcp.requests', needed: 24 });
  });

  test('November 2024 has no published number of EHCPs: a gap, neither zero nor rated', async () => {
    const { points } = await system.get(`${at}/series/ehcp.active`, series);
    expect(points.map(({ period }) => period)).toEqual([
      '2024-04',
      '2024-05',
      '2024-06',
      '2024-07',
      '2024-08',
      '2024-09',
      '2024-10',
      '2024-12',
    ]);
    const { items } = await system.get(`${at}/ratings?period=2024-11`, ratings);
    expect(items.filter(({ metric }) => metric === 'ehcp.active')).toEqual([]);
  });

  test('INMSS placements in October 2024: 362 as known on 2024-12-20, 359 as known on 2025-01-08', async () => {
    const known = async (asOf: string) => {
      const { points } = await system.get(
        `${at}/series/inmss.placed?from=2024-10&to=2024-10&asOf=${asOf}`,
        series,
      );
      return points.map(({ value }) => value);
    };
    expect(await known('2024-12-20')).toEqual([362]);
    expect(await known('2025-01-08')).toEqual([359]);
    expect(await known('2024-11-09')).toEqual([]);
  });

  test('both statements stay readable, with the day on which each became known and the row that says it', async () => {
    const { items } = await system.get(`${at}/series/inmss.placed/versions?period=2024-10`, versions);
    expect(items).toEqual([
      expect.objectContaining({ value: 359, knownAt: '2025-01-07T00:00:00.000Z', row: 3, current: true }),
      expect.objectContaining({ value: 362, knownAt: '2024-11-10T00:00:00.000Z', row: 2, current: false }),
    ]);
    const known = await system.get(
      `${at}/series/inmss.placed/versions?period=2024-10&asOf=2024-12-20`,
      versions,
    );
    expect(known.items).toEqual([expect.objectContaining({ value: 362, current: true })]);
  });

  test('plans lead from month to month; flows were not published, so nothing is explained and nothing is nought', async () => {
    const { items } = await system.get(`${at}/stock-bridge`, bridge);
    expect(items.find(({ period }) => period === '2024-10')).toMatchObject({
      ...{ opening: 6051, closing: 6161, unexplained: null },
    });
    const then = await system.get(`${at}/stock-bridge?asOf=2024-11-30`, bridge);
    expect(then.items[0]?.period).toBe('2024-10');
  });

  test('published figures stand beside the derived ones', async () => {
    const { items } = await system.get(`${at}/reconciliation?cause=restated`, reconciliation);
    expect(items).toContainEqual(expect.objectContaining({ metric: 'inmss.share', period: '2024-10' }));
  });

  test('the gap of November 2024 is pointed out, once', async () => {
    const { items } = await system.get(`${at}/data-quality?feed=send-monthly`, dataQuality);
    expect(items).toEqual([
      expect.objectContaining({ code: 'missing-month', metric: 'ehcp.active', periods: ['2024-11'] }),
    ]);
    expect((await system.get(`${at}/data-quality?asOf=2024-12-20`, dataQuality)).items).toEqual([]);
  });

  test('a derived share has its history too', async () => {
    const { items } = await system.get(`${at}/series/inmss.share/versions?period=2024-10`, versions);
    expect(items.map(({ value }) => value?.toFixed(4))).toEqual(['0.0583', '0.0588']);
  });

  test('the 12-month INMSS share in December 2024 is 5.75%, of twelve months, four of them published', async () => {
    const { points, rating } = await system.get(
      `${at}/series/inmss.share.r12?from=2024-12&to=2024-12`,
      series,
    );
    expect(points[0]).toMatchObject({ months: 12, publishedMonths: 4, plan: 0.0692 });
    expect(points[0]?.value?.toFixed(4)).toBe('0.0575');
    expect(rating?.rating).toBe('green');
  });

  test('the neighbours’ INMSS share of 2023 is 5.72%', async () => {
    const { comparators } = await system.get(`${at}/series/inmss.share`, series);
    expect(comparators).toEqual([
      expect.objectContaining({
        level: 'stat-neighbours',
        points: [expect.objectContaining({ period: '2023', value: 0.0572 })],
      }),
    ]);
  });

  test('cumulative deficit 2024/25: the limit of £84.5m shown, the actual not published, grey, no alert', async () => {
    const { points, plans, rating } = await system.get(`${at}/series/dsg.cumulative-balance`, series);
    expect(points).toEqual([]);
    expect(plans).toEqual([
      expect.objectContaining({
        kind: 'limit',
        points: [expect.objectContaining({ period: 'FY2024', value: -84_500_000 })],
      }),
    ]);
    expect(rating?.rating).toBe('grey');
    const { items } = await system.get(`${at}/alerts`, alerts);
    expect(items.filter(({ metric }) => metric === 'dsg.cumulative-balance')).toEqual([]);
  });

  test('in-year DSG forecast for 2024/25: −£43.20m against a budget of −£28.21m, red', async () => {
    const { points, rating } = await system.get(
      `${at}/series/dsg.in-year-balance?financialYear=FY2024`,
      series,
    );
    expect(points.map(({ period, value }) => [period, value])).toEqual([
      ['2024-06', -38_150_000],
      ['2024-09', -43_200_000],
    ]);
    expect(points[1]).toMatchObject({ plan: -28_210_000, difference: -14_990_000 });
    expect(rating?.rating).toBe('red');
  });

  test('places: 156 due, 98 there, 58 short', async () => {
    const { points } = await system.get(`${at}/series/places.shortfall`, series);
    expect(points).toEqual([expect.objectContaining({ period: '2024-09', value: 58 })]);
  });
});

describe('as known on an earlier day', () => {
  test.each([
    ['2024-05-15', 'amber', '2024-04'],
    ['2024-09-15', 'red', '2024-08'],
  ])('on %s EHCPs were %s on the figure of %s', async (asOf, rating, period) => {
    const { items, overall } = await system.get(`${at}/ratings?asOf=${asOf}`, ratings);
    expect(items.find(({ metric }) => metric === 'ehcp.active')).toMatchObject({ rating, period });
    expect(overall.rating).toBe(rating);
    const ehcps = await system.get(`${at}/series/ehcp.active?asOf=${asOf}`, series);
    expect(ehcps.rating).toMatchObject({ rating, period });
    expect(ehcps.points.at(-1)?.period).toBe(period);
    const { headlines } = await system.get(`${at}/summary?asOf=${asOf}`, summary);
    const measure = headlines.find(({ metric }) => metric === 'ehcp.active');
    expect(measure).toMatchObject({ latest: { period }, rating: { rating, period } });
  });

  test('a forecast begins after the last figure then known', async () => {
    const { forecast } = await system.get(`${at}/series/ehcp.active?asOf=2024-09-15`, series);
    expect(forecast?.points[0]?.period).toBe('2024-09');
  });

  test('the ratings of a period are those that could then be given', async () => {
    const path = `${at}/ratings?period=2024-08&asOf=`;
    const august = async (asOf: string) =>
      (await system.get(`${path}${asOf}`, ratings)).items.filter(({ metric }) => metric === 'ehcp.active');
    expect(await august('2024-09-09')).toEqual([]);
    expect(await august('2024-09-10')).toEqual([expect.objectContaining({ rating: 'red' })]);
  });

  test('alerts are those that the data then gave', async () => {
    const firing = async (asOf: string) =>
      (await system.get(`${at}/alerts?state=firing&asOf=${asOf}`, alerts)).items.filter(
        ({ metric }) => metric === 'ehcp.active',
      );
    expect(await firing('2024-05-09')).toEqual([]);
    const [september] = await firing('2024-09-15');
    expect(september).toMatchObject({ rating: 'red', severity: 'critical', since: '2024-04' });
  });

  test('before the first file everything is empty and grey', async () => {
    const { overall, items } = await system.get(`${at}/ratings?asOf=2023-12-01`, ratings);
    expect([overall.rating, items]).toEqual(['grey', []]);
    const { points, forecast } = await system.get(`${at}/series/ehcp.active?asOf=2023-12-01`, series);
    expect([points, forecast]).toEqual([[], null]);
  });

  test('today is now: figures, forecast, rating', async () => {
    const forecastless = ({ forecast, ...figures }: z.output<typeof series>) => ({
      ...figures,
      forecast: forecast?.points,
    });
    for (const metric of [
      'ehcp.active',
      'inmss.share.r12',
      'dsg.in-year-balance',
      'dsg.cumulative-balance',
    ]) {
      const now = await system.get(`${at}/series/${metric}`, series);
      const today = await system.get(`${at}/series/${metric}?asOf=2025-01-09`, series);
      expect(forecastless(today)).toEqual(forecastless(now));
    }
    expect(await system.get(`${at}/ratings?asOf=2025-01-09`, ratings)).toEqual(
      await system.get(`${at}/ratings`, ratings),
    );
  });

  test('a drop that came to be known later is not there yet', async () => {
    const { items } = await system.get(`${at}/drops?asOf=2024-12-20&limit=200`, drops);
    expect(items).toHaveLength(31);
    const all = await system.get(`${at}/drops?limit=200`, drops);
    const later = all.items.find(({ key }) => key.endsWith('/2025-01-07.csv'))?.id;
    expect((await system.api(`${at}/drops/${later}`)).status).toBe(200);
    expect((await system.api(`${at}/drops/${later}?asOf=2024-12-20`)).status).toBe(404);
  });

  test('what is the same on every day answers as of any but a later one', async () => {
    for (const path of ['/areas', at, '/metrics']) {
      expect((await system.api(`${path}?asOf=2024-05-15`)).status).toBe(200);
      expect((await system.api(`${path}?asOf=2030-01-01`)).status).toBe(400);
    }
  });
});

describe('the results of schools', () => {
  test('reading, writing and maths 2025: 59%, England 63%, the mean of ten neighbours 62.1%', async () => {
    const { points, comparators } = await system.get(`${at}/series/ks2.rwm?from=AY2024`, series);
    expect(points).toMatchObject([{ period: 'AY2024', value: 0.59 }]);
    const latest = Object.fromEntries(comparators.map(({ level, points: [point] }) => [level, point?.value]));
    expect(latest).toEqual({ region: 0.6, national: 0.63, 'stat-neighbours': 0.621 });
    const phonics = await system.get(`${at}/series/phonics.y1?from=AY2024`, series);
    expect(phonics.points).toMatchObject([{ value: 0.79, status: 'provisional' }]);
  });

  test('2019/20 and 2020/21 are gaps, and a synthetic figure says that it is one', async () => {
    const { points } = await system.get(`${at}/series/ks2.rwm`, series);
    expect(points.map(({ period }) => period)).toEqual(
      [2015, 2016, 2017, 2018, 2021, 2022, 2023, 2024].map((year) => `AY${year}`),
    );
    const { text } = await system.api(`${at}/series/ks2.rwm?locality=Illustration%20area%201`);
    expect(JSON.parse(text).points).toMatchObject([
      { source: 'Synthetic', note: 'Illustration: not a figure of the council' },
    ]);
  });
});

describe('restatements', () => {
  test('between its two publications INMSS of October 2024 went from 362 to 359, of September from 359 to 354', async () => {
    const { items } = await system.get(`${at}/changes?since=2024-12-20&until=2025-01-08&limit=200`, changes);
    const restated = items.filter(({ metric, kind }) => metric === 'inmss.placed' && kind === 'restated');
    const known = { knownAt: '2025-01-07T00:00:00.000Z' };
    expect(restated).toEqual([
      expect.objectContaining({ period: '2024-10', before: { value: 362 }, after: { value: 359 }, ...known }),
      expect.objectContaining({ period: '2024-09', before: { value: 359 }, after: { value: 354 }, ...known }),
    ]);
    const { text } = await system.api(`${at}/drops/${restated[0]?.drop}`);
    expect(JSON.parse(text).key).toBe(`${area}/send-monthly/2025-01-07.csv`);
  });

  test('pages give the whole, the last known first', async () => {
    const path = `${at}/changes?since=2024-10-01`;
    const whole = await system.get(`${path}&limit=200`, changes);
    const known = whole.items.map(({ knownAt }) => knownAt);
    expect(known).toEqual(known.toSorted().reverse());
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null && seen.length < 200; ) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: z.output<typeof changes> = await system.get(`${path}&limit=40${query}`, changes);
      seen.push(...page.items);
      cursor = page.next;
    }
    expect(seen.slice(0, whole.items.length)).toEqual(whole.items);
  });
});

describe('replay', () => {
  test('EHCPs month end by month end: amber on April’s figure, red on August’s, with the day it was known', async () => {
    const { items } = await system.get(`${at}/replay?from=2024-04&to=2025-01&metric=ehcp.active`, replayed);
    const at5 = items.find(({ month }) => month === '2024-05');
    expect(at5).toMatchObject({ period: '2024-04', rating: 'amber', assumed: true });
    // Condition 3.1 was green in May and first amber in August.
    expect(at5).toMatchObject({ officerRating: 'green', leadMonths: 3 });
    expect(at5?.knownAt).toBe('2024-05-09T23:00:00.000Z');
    const at9 = items.find(({ month }) => month === '2024-09');
    expect(at9).toMatchObject({ period: '2024-08', rating: 'red', officerRating: 'amber', leadMonths: null });
    expect(at9?.knownAt).toBe('2024-09-09T23:00:00.000Z');
  });

  test('the month that is not over is looked at from now', async () => {
    const { items } = await system.get(`${at}/replay?from=2025-01`, replayed);
    const now = await system.get(`${at}/series/ehcp.active`, series);
    expect(items.find(({ metric }) => metric === 'ehcp.active')?.rating).toBe(now.rating?.rating);
  });
});

describe('how the answers came to be what they are', () => {
  test('EHCPs: amber on April’s figure and red on August’s, the last first, each with its reason and its cause', async () => {
    const { items } = await system.get(`${at}/ratings/ehcp.active/history?of=rating`, ratingHistory);
    expect(items).toMatchObject([
      { from: 'amber', to: 'red', period: '2024-08', knownAt: '2024-09-09T23:00:00.000Z' },
      { from: null, to: 'amber', period: '2024-04', knownAt: '2024-05-09T23:00:00.000Z' },
    ]);
    expect(items[0]?.reason?.text).toContain('past the red bound');
    for (const { input } of items) expect(input).toMatch(/^[0-9a-f]{64}$/);
    const then = await system.get(`${at}/ratings/ehcp.active/history?asOf=2024-08-31`, ratingHistory);
    expect(then.items.filter(({ of }) => of === 'rating').map(({ to }) => to)).toEqual(['amber']);
  });

  test('year-end money has that of its year, and each page goes on where the one before ended', async () => {
    const money = `${at}/ratings/dsg.in-year-balance/history`;
    const whole = await system.get(money, ratingHistory);
    expect(whole.items.length).toBeGreaterThan(0);
    const first = await system.get(`${money}?limit=1&financialYear=FY2024`, ratingHistory);
    expect(first.items).toEqual(whole.items.slice(0, 1));
    const after =
      first.next === null
        ? []
        : (await system.get(`${money}?financialYear=FY2024&cursor=${first.next}`, ratingHistory)).items;
    expect([...first.items, ...after]).toEqual(whole.items);
  });

  test('officers and the data have differed about EHCPs since August’s figure', async () => {
    const { items } = await system.get(`${at}/disagreements`, disagreements);
    expect(items).toContainEqual(
      expect.objectContaining({
        ...{ metric: 'ehcp.active', condition: '3.1', rating: 'red', officerRating: 'amber' },
        ...{ levels: 1, since: '2024-09-10', months: 3 },
      }),
    );
    const then = await system.get(`${at}/disagreements?asOf=2024-10-31`, disagreements);
    expect(then.items.map(({ metric }) => metric)).not.toContain('ehcp.active');
    const { text } = await system.api(`${at}/disagreements`, { headers: { accept: 'text/csv' } });
    expect(tableOf(text)[0]).toMatchObject({ metric: 'ehcp.active', levels: '1', since: '2024-09-10' });
  });
});

describe('forecasts', () => {
  test('EHCPs are forecast 24 months on from the last figure, upwards', async () => {
    const { forecast } = await system.get(`${at}/series/ehcp.active`, series);
    expect(forecast?.points).toHaveLength(24);
    expect(forecast?.points[0]?.period).toBe('2025-01');
    expect(forecast?.points.at(-1)?.value).toBeGreaterThan(6357);
  });
});

describe('alerts', () => {
  test('one open alert for EHCPs against plan, critical, since April 2024, one message', async () => {
    const { items } = await system.get(`${at}/alerts?state=firing`, alerts);
    const [ehcps, ...others] = items.filter(({ metric }) => metric === 'ehcp.active');
    expect(ehcps).toMatchObject({ severity: 'critical', rating: 'red', since: '2024-04', state: 'firing' });
    expect(others).toEqual([]);
    const files = (await system.alertFiles()).filter((name) => name.includes('ehcp.active'));
    expect(files).toEqual([`${ehcps?.id}.1.json`]);
    const message = JSON.parse(await readFile(join(system.dataDir, 'alerts', files[0] ?? ''), 'utf8'));
    expect(message).toMatchObject({
      action: 'trigger',
      severity: 'critical',
      area: 'E06000054',
      value: 6357,
      since: '2024-04',
    });
  });

  test('recomputing again tells nobody anything', async () => {
    const before = await system.alertFiles();
    for (let time = 0; time < 3; time += 1) {
      const { status } = await system.api(`${at}/recompute`, { method: 'POST' });
      expect(status).toBe(202);
      await system.runtime.idle();
    }
    expect(await system.alertFiles()).toEqual(before);
  });
});

describe('the registers', () => {
  test.each(['programme', 'conditions', 'risks', 'interventions', 'recommendations'])(
    '%s answers as it is described, from the run and as of a day',
    async (register) => {
      const list = z.object({ items: z.array(z.unknown()) });
      const { items } = await system.get(`${at}/${register}`, list);
      expect(items.length).toBeGreaterThan(0);
      expect(await system.get(`${at}/${register}?asOf=2025-01-09`, list)).toEqual({ items });
    },
  );
});

describe('the list of drops', () => {
  test('pages through all of them, the one put last first, none twice', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page: { items: { id: string; state: string }[]; next: string | null } = await system.get(
        `${at}/drops?limit=7${query}`,
        drops,
      );
      seen.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ state }) => state === 'accepted')).toBe(true);
      cursor = page.next;
    }
    expect(new Set(seen).size).toBe(40);
    expect(seen).toEqual(seen.toSorted().reverse());
  });
});

describe('a figure names its source', () => {
  test('the drop of a point is the report of the file that says it', async () => {
    const { points } = await system.get(`${at}/series/ehcp.active?from=2024-10&to=2024-10`, series);
    const { text, status } = await system.api(`${at}/drops/${points[0]?.drop}`);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      key: 'E06000054/send-monthly/2024-10.csv',
      state: 'accepted',
      problems: [],
    });
    expect(JSON.parse(text).sha256).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('requests', () => {
  test.each([
    '/nothing',
    '/areas/E06000001',
    '/areas/E06000001/series/ehcp.active',
    `${at}/series/nothing`,
    `${at}/drops/nothing`,
    `${at}/recomputes/nothing`,
  ])('%s is not found', async (path) => {
    const { status, headers } = await system.api(path);
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('application/problem+json');
  });

  test.each([
    `${at}/drops?limit=0`,
    `${at}/drops?limit=x`,
    `${at}/drops?limit=201`,
    `${at}/drops?cursor=nonsense`,
    `${at}/drops?unknown=1`,
    `${at}/drops?state=lost`,
    `${at}/series/ehcp.active?from=2024-13`,
    `${at}/series/ehcp.active?asOf=2024-02-30`,
    `${at}/series/ehcp.active?asOf=2030-01-01`,
    `${at}/series/dsg.in-year-balance?financialYear=2024`,
    `${at}/series/inmss.placed/versions`,
    `${at}/alerts?state=gone`,
    `${at}/alerts?asOf=2030-01-01`,
    `${at}/summary?asOf=yesterday`,
    `${at}/changes`,
    `${at}/changes?since=2030-01-01`,
    `${at}/changes?since=2024-12-20&until=2024-12-19`,
    `${at}/replay`,
    `${at}/replay?from=April`,
    `${at}/replay?from=2024-04&to=2025-02`,
    `${at}/replay?from=2024-05&to=2024-04`,
    `${at}/replay?from=2019-01`,
    `${at}/replay?from=2024-04&metric=nothing`,
  ])('%s is a bad request that names its field', async (path) => {
    const { status, text } = await system.api(path);
    expect(status).toBe(400);
    expect(JSON.parse(text).errors.length).toBeGreaterThan(0);
  });

  test('a path that is not well encoded is a bad request', async () => {
    expect((await system.api(`${at}/series/%E0%A4%A`)).status).toBe(400);
  });

  test('an unchanged answer is not sent again', async () => {
    const { headers } = await system.api(`${at}/ratings`);
    const etag = headers.get('etag') ?? '';
    const again = await system.api(`${at}/ratings`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('the catalogue, the areas and the system’s health answer as described', async () => {
    for (const path of ['/health', '/areas', at, '/metrics', '/metrics?limit=5', '/openapi.json']) {
      expect((await system.api(path)).status).toBe(200);
    }
  });
});

describe('the same as CSV', () => {
  const csv = { headers: { accept: 'text/csv' } };

  test.each([
    ['a series', '/series/inmss.placed', 'points'],
    ['ratings', '/ratings', 'items'],
    ['drops', '/drops', 'items'],
    ['alerts', '/alerts', 'items'],
    ['changes', '/changes?since=2024-12-20', 'items'],
  ] as const)('%s: a row for each, with the values of the JSON under its names', async (_, path, list) => {
    const json = await system.api(`${at}${path}`);
    const table = await system.api(`${at}${path}`, csv);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(table.headers.get('vary')).toContain('accept');
    expect(table.headers.get('etag')).not.toBe(json.headers.get('etag'));
    const items = z.looseObject({ [list]: z.array(z.looseObject({})) }).parse(JSON.parse(json.text))[list];
    const rows = tableOf(table.text);
    const wanted = z.array(z.looseObject({})).parse(items);
    expect(rows.length).toBeGreaterThan(0);
    // A series also has rows of its forecast and plans.
    const own = list === 'points' ? rows.filter(({ value }) => value !== '') : rows;
    expect(own).toHaveLength(wanted.length);
    for (const [index, item] of wanted.entries()) {
      for (const [name, value] of Object.entries(item)) {
        if (typeof value === 'number' || typeof value === 'string')
          expect(own[index]?.[name], `${index} ${name}`).toBe(String(value));
      }
    }
    const again = await system.api(`${at}${path}`, {
      headers: { ...csv.headers, 'if-none-match': table.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('the next page is a link, and the pages together are the list', async () => {
    const whole = tableOf((await system.api(`${at}/drops`, csv)).text);
    const pages: Record<string, string>[] = [];
    let path: string | undefined = `${at}/drops?limit=7`;
    while (path !== undefined) {
      const page = await system.api(path, csv);
      pages.push(...tableOf(page.text));
      path = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(pages).toEqual(whole);
  });

  test('a template is the bytes of the command, and the feeds list what their columns take', async () => {
    const template = await system.api('/feeds/outcomes/template');
    expect(template.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(template.text).toBe(templateOf(outcomes));
    expect((await system.api('/feeds/dfe-statistics/template')).status).toBe(404);
    expect((await system.api('/feeds/nothing/template')).status).toBe(404);
    const { items } = await system.get(
      '/feeds',
      z.object({ items: z.array(z.looseObject({ id: z.string(), columns: z.array(z.looseObject({})) })) }),
    );
    expect(items.map(({ id }) => id)).toEqual(feedTitles.map(({ id }) => id));
    const rows = tableOf((await system.api('/feeds', csv)).text);
    expect(rows).toHaveLength(items.flatMap(({ columns }) => columns).length);
    expect(rows[0]).toMatchObject({ feed: 'send-monthly', name: 'month', required: 'true' });
  });
});
