import { describe, expect, test } from 'vitest';
import { costOf, prices, together, total } from '../bench/scale/cost.ts';

describe('what is used, in pounds', () => {
  test('is its price for each unit, by service', () => {
    const costs = costOf({ queueRequests: 2_000_000, dashboards: 2, alarms: 10 });
    expect(costs.get('SQS')).toBeCloseTo(2 * 0.4 * prices.poundsPerDollar, 9);
    expect(costs.get('CloudWatch')).toBeCloseTo((2 * 3 + 10 * 0.1) * prices.poundsPerDollar, 9);
    expect([...costs.keys()]).toEqual(['CloudWatch', 'SQS']);
  });

  test('of two months is that of both together', () => {
    const [one, other] = [
      { logs: 3, keys: 1 },
      { logs: 2, tableWrites: 5_000_000 },
    ];
    expect(total(costOf(together(one, other)))).toBeCloseTo(total(costOf(one)) + total(costOf(other)), 9);
  });

  test.each(Object.entries(prices.prices))(
    'the price of %s has a date, or says why it has none',
    (_, price) => {
      expect([price.dated, price.unconfirmed].filter((each) => each !== undefined)).toHaveLength(1);
    },
  );

  test('without a price is an error', () => {
    expect(() => costOf({ goldBars: 1 })).toThrow('goldBars');
  });
});
