import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { deriveSeries } from '../../shared/derive/derive.ts';
import { stockBridge } from '../../shared/derive/stock-bridge.ts';
import { foldFacts } from '../../shared/facts/fold.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';

const now = new Date('2025-01-09T10:00:00.000Z');

type Figures = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

function bridge(figures: Figures) {
  const drop = dropOf({ key: 'E06000054/send-monthly/a.csv' });
  const blocks = Object.entries(figures).map(([metric, values]) => blockOf(drop, actual(metric), values));
  return stockBridge(deriveSeries(foldFacts([drop], blocks, now), metrics));
}

test('a month leads from its opening to its closing, and what the flows do not explain is shown', () => {
  const [march] = bridge({
    'ehcp.active': { '2024-02': 5600, '2024-03': 5700 },
    'ehcp.new-plans': { '2024-03': 90 },
    'ehcp.transferred-in': { '2024-03': 5 },
    'ehcp.ceased': { '2024-03': 27 },
  });
  expect(march).toEqual({
    ...{ period: '2024-03', opening: 5600, newPlans: 90, transferredIn: 5, ceased: 27 },
    ...{ unexplained: 32, closing: 5700, gaps: [] },
  });
});

test('an unknown flow is null with the reason as written, and so is what cannot be told without it', () => {
  const [march] = bridge({
    'ehcp.active': { '2024-02': 5600, '2024-03': 5700 },
    'ehcp.new-plans': { '2024-03': 90 },
    'ehcp.ceased': { '2024-03': null },
  });
  expect(march).toMatchObject({ transferredIn: null, ceased: null, unexplained: null, closing: 5700 });
  expect(march?.gaps.map(({ part, status }) => [part, status])).toEqual([
    ['transferredIn', 'not-collected'],
    ['ceased', 'c'],
    ['unexplained', 'not-collected'],
  ]);
});

test('without any figure there is no bridge', () => expect(bridge({})).toEqual([]));

const count = fc.option(fc.integer({ min: 0, max: 9000 }), { freq: 4 });
const months = ['2024-01', '2024-02', '2024-03', '2024-04', '2024-05'];
const values = fc
  .array(count, { minLength: 5, maxLength: 5 })
  .map((found) => Object.fromEntries(months.map((month, at) => [month, found[at] ?? null])));

test('every month with all parts sums exactly, each opens as the one before closed, and nulls have a reason (law)', () =>
  fc.assert(
    fc.property(values, values, values, values, (active, created, moved, ceased) => {
      const found = bridge({
        ...{ 'ehcp.active': active, 'ehcp.new-plans': created },
        ...{ 'ehcp.transferred-in': moved, 'ehcp.ceased': ceased },
      });
      for (const [at, month] of found.entries()) {
        const { opening, newPlans, transferredIn, ceased: gone, unexplained, closing, gaps } = month;
        const before = found[at + 1];
        if (before) expect(opening).toBe(before.closing);
        const parts = [opening, newPlans, transferredIn, gone, unexplained, closing];
        expect(gaps).toHaveLength(parts.filter((part) => part === null).length);
        if (parts.includes(null)) expect(unexplained).toBeNull();
        else {
          const sum =
            (opening ?? 0) + (newPlans ?? 0) + (transferredIn ?? 0) - (gone ?? 0) + (unexplained ?? 0);
          expect(sum).toBe(closing);
        }
      }
    }),
  ));
