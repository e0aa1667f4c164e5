import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { deriveSeries } from '../../shared/derive/derive.ts';
import type { MetricSeries, Point } from '../../shared/derive/point.ts';
import type { CellBlock, CellValue, SeriesKey } from '../../shared/facts/cell.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import { addMonths, monthsBetween } from '../../shared/period/month.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';
import { monthOf } from '../period/make.ts';

const drop = dropOf({ key: 'E06000054/send-monthly/all.csv' });
const later = new Date('2026-01-01');

type Figures = Readonly<Record<string, Readonly<Record<string, number | null | CellValue>>>>;

function derive(figures: Figures, others: readonly CellBlock[] = []): readonly MetricSeries[] {
  const blocks = Object.entries(figures).map(([metric, values]) => blockOf(drop, actual(metric), values));
  return deriveSeries(foldFacts([drop], [...blocks, ...others], later), metrics);
}

function pointAt(series: readonly MetricSeries[], metric: string, period: string): Point | undefined {
  return series.find((each) => each.metric === metric)?.points.find((point) => point.period === period);
}

function published(metric: string, edition: string, values: Figures[string]): CellBlock {
  const series: SeriesKey = { role: 'published', metric, dimensions: {}, level: 'la', edition };
  return blockOf(drop, series, values);
}

describe('quotients', () => {
  test('the INMSS share is placements over all open plans of the same day', () => {
    const series = derive({ 'ehcp.active': { '2024-06': 5867 }, 'inmss.placed': { '2024-06': 353 } });
    const share = pointAt(series, 'inmss.share', '2024-06');
    expect(share?.value).toBeCloseTo(0.0602, 4);
    expect(share).toMatchObject({ numerator: 353, denominator: 5867 });
  });

  test('refusals are a share of the requests received', () => {
    const series = derive({ 'ehcp.requests': { '2023-05': 1203 }, 'ehcp.no-to-assess': { '2023-05': 144 } });
    expect(pointAt(series, 'ehcp.no-to-assess-rate', '2023-05')?.value).toBeCloseTo(0.12, 3);
  });

  test('nothing divided by nothing is no figure, and says why', () => {
    const series = derive({ 'ehcp.requests': { '2024-05': 0 }, 'ehcp.no-to-assess': { '2024-05': 0 } });
    expect(pointAt(series, 'ehcp.no-to-assess-rate', '2024-05')).toMatchObject({
      value: null,
      status: 'no-denominator',
    });
  });

  test('a suppressed input suppresses the share; a missing one leaves a gap', () => {
    const series = derive({
      'ehcp.active': { '2024-06': 5867, '2024-07': 5861 },
      'inmss.placed': { '2024-06': null },
    });
    expect(pointAt(series, 'inmss.share', '2024-06')).toMatchObject({ value: null, status: 'c' });
    expect(pointAt(series, 'inmss.share', '2024-07')).toBeUndefined();
  });
});

describe('published figures', () => {
  test('stand in, marked, only where none can be derived', () => {
    const shares = published('inmss.share', '2024-11', { '2024-06': 0.0602, '2024-11': 0.0572 });
    const series = derive(
      { 'ehcp.active': { '2024-06': 5867 }, 'inmss.placed': { '2024-06': 353, '2024-11': 359 } },
      [shares],
    );
    expect(pointAt(series, 'inmss.share', '2024-06')?.status).toBeUndefined();
    expect(pointAt(series, 'inmss.share', '2024-11')).toMatchObject({ value: 0.0572, status: 'published' });
  });

  test('of several editions the one published last stands in', () => {
    const older = published('inmss.share', 'a', {
      '2024-11': { value: 0.06, row: 2, publishedOn: '2024-12-11' },
    });
    const newer = published('inmss.share', 'b', {
      '2024-11': { value: 0.057, row: 2, publishedOn: '2025-01-07' },
    });
    expect(pointAt(derive({}, [newer, older]), 'inmss.share', '2024-11')?.value).toBe(0.057);
  });

  test('a figure published as provisional keeps that status', () => {
    const provisional = published('inmss.share', 'a', {
      '2024-11': { value: 0.06, row: 2, status: 'provisional' },
    });
    expect(pointAt(derive({}, [provisional]), 'inmss.share', '2024-11')?.status).toBe('provisional');
  });
});

describe('12-month rolling forms', () => {
  const year = monthsBetween(monthOf('2024-01'), monthOf('2024-12'));
  const every = (value: (at: number) => number) =>
    Object.fromEntries(year.map((month, at) => [month, value(at)]));

  test('a flow is the mean of its months', () => {
    const series = derive({ 'ehcp.requests': every((at) => 90 + at) });
    expect(pointAt(series, 'ehcp.requests.r12', '2024-12')).toMatchObject({ value: 95.5, months: 12 });
  });

  test('a rate of flows is the sum of numerators over the sum of denominators', () => {
    const series = derive({
      'ehcp.requests': every((at) => (at < 6 ? 10 : 100)),
      'ehcp.no-to-assess': every((at) => (at < 6 ? 10 : 0)),
    });
    expect(pointAt(series, 'ehcp.no-to-assess-rate.r12', '2024-12')?.value).toBeCloseTo(60 / 660, 10);
  });

  test('a month in which nothing was divided by nothing is known, and weighs nothing', () => {
    const series = derive({
      'ehcp.post-16-ceased': every((at) => (at < 3 ? 0 : 10)),
      'ehcp.post-16-ceased-neet': every((at) => (at < 3 ? 0 : 5)),
    });
    expect(pointAt(series, 'ehcp.ceased-neet-rate.r12', '2024-12')).toMatchObject({
      value: 0.5,
      months: 12,
      numerator: 45,
      denominator: 90,
    });
  });

  test('a rate known only as published counts, with the weight of its month where that is known', () => {
    const rates = published(
      'ehcp.no-to-assess-rate',
      'a',
      every((at) => (at < 6 ? 0.1 : 0.4)),
    );
    const alone = pointAt(derive({}, [rates]), 'ehcp.no-to-assess-rate.r12', '2024-12');
    expect(alone).toMatchObject({ months: 12, publishedMonths: 12 });
    expect(alone?.value).toBeCloseTo(0.25, 10);
    const weighed = derive({ 'ehcp.requests': every((at) => (at < 6 ? 300 : 100)) }, [rates]);
    expect(pointAt(weighed, 'ehcp.no-to-assess-rate.r12', '2024-12')?.value).toBeCloseTo(
      (6 * 30 + 6 * 40) / 2400,
      10,
    );
  });

  test('under ten known months there is no value, and the number of months is given', () => {
    const requests = every(() => 97);
    const nine = Object.fromEntries(Object.entries(requests).slice(3));
    const ten = Object.fromEntries(Object.entries(requests).slice(2));
    expect(pointAt(derive({ 'ehcp.requests': nine }), 'ehcp.requests.r12', '2024-12')).toMatchObject({
      value: null,
      months: 9,
    });
    expect(pointAt(derive({ 'ehcp.requests': ten }), 'ehcp.requests.r12', '2024-12')).toMatchObject({
      value: 97,
      months: 10,
    });
  });

  test('published stand-ins count, and how many there are is given', () => {
    const shares = published(
      'inmss.share',
      'a',
      every(() => 0.06),
    );
    const series = derive({ 'ehcp.active': { '2024-12': 100 }, 'inmss.placed': { '2024-12': 18 } }, [shares]);
    const rolling = pointAt(series, 'inmss.share.r12', '2024-12');
    expect(rolling).toMatchObject({ months: 12, publishedMonths: 11 });
    expect(rolling?.value).toBeCloseTo((11 * 0.06 + 0.18) / 12, 10);
  });

  test('lies between the least and the greatest of its months', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 10, maxLength: 30 }), (values) => {
        const start = monthOf('2020-01');
        const figures = Object.fromEntries(values.map((value, at) => [addMonths(start, at), value]));
        const points =
          derive({ 'ehcp.requests': figures }).find(({ metric }) => metric === 'ehcp.requests.r12')?.points ??
          [];
        for (const [at, { value, months }] of points.entries()) {
          const window = values.slice(Math.max(0, at - 11), at + 1);
          expect(months).toBe(window.length);
          if (window.length < 10) expect(value).toBeNull();
          else expect(value).toBeGreaterThanOrEqual(Math.min(...window) - 1e-9);
          if (value !== null) expect(value).toBeLessThanOrEqual(Math.max(...window) + 1e-9);
        }
      }),
    );
  });
});

describe('differences', () => {
  test('the shortfall of places is what is due less what is there', () => {
    const series = derive({ 'places.planned': { '2024-09': 156 }, 'places.delivered': { '2024-09': 98 } });
    expect(pointAt(series, 'places.shortfall', '2024-09')?.value).toBe(58);
  });

  test('what the flows do not explain of a stock is always shown', () => {
    const series = derive({
      'ehcp.active': { '2023-12': 5000, '2024-01': 5847 },
      'ehcp.new-plans': { '2024-01': 993 },
      'ehcp.transferred-in': { '2024-01': 0 },
      'ehcp.ceased': { '2024-01': 325 },
    });
    expect(pointAt(series, 'ehcp.unexplained', '2024-01')?.value).toBe(847 - (993 - 325));
  });

  test('a flow that is not known is not taken for zero', () => {
    const series = derive({
      'ehcp.active': { '2023-12': 5000, '2024-01': 5100 },
      'ehcp.new-plans': { '2024-01': 100 },
    });
    expect(pointAt(series, 'ehcp.unexplained', '2024-01')).toBeUndefined();
  });
});
