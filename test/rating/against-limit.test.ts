import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgainstLimit, rateAgainstLimit } from '../../shared/rating/against-limit.ts';
import { compareRatings } from '../../shared/rating/combine.ts';
import type { PeriodRating } from '../../shared/rating/rating.ts';
import { monthly, period } from './series.ts';

const LIMIT = -84_500_000;

/** The cumulative deficit against its limit of £84.5m; figures in £m. */
function rated(
  millions: readonly (number | null)[],
  pPass12: number | null,
  more: Partial<AgainstLimit> = {},
): readonly PeriodRating[] {
  return rateAgainstLimit({
    points: monthly(millions.map((value) => (value === null ? null : value * 1_000_000))),
    limitFor: () => LIMIT,
    better: 'higher',
    pPass12,
    current: period('2025-01'),
    unit: 'gbp',
    metricName: 'Cumulative DSG balance',
    ...more,
  });
}

/** What earlier runs gave for January 2024 and on. */
function chances(probabilities: readonly number[]) {
  return monthly(probabilities).map(({ period: at, value }) => ({ period: at, measure: value }));
}

describe('a limit without any figure or forecast', () => {
  test('is grey and says so, with the limit: the sample council did not publish its cumulative deficit', () => {
    const [grey, ...others] = rated([], null);
    expect(others).toEqual([]);
    expect(grey).toMatchObject({ period: '2025-01', rating: 'grey', breach: 'none', breachSince: null });
    expect(grey?.reasons).toMatchObject([{ rule: 'no-data', value: null, bound: LIMIT, since: null }]);
    expect(grey?.reasons[0]?.text).toBe(
      'Cumulative DSG balance: no figure is published and there is no forecast, so it cannot be held against ' +
        'its limit of −£84.50m.',
    );
  });

  test('is not rated when there is no limit', () => {
    expect(rated([-80], 0.9, { limitFor: () => undefined })).toEqual([]);
  });
});

describe('a limit', () => {
  test('is not passed by a figure exactly on it, and is by anything beyond', () => {
    expect(rated([-84.5], null)[0]?.rating).toBe('green');
    const [passed] = rated([-84.6], null);
    expect(passed).toMatchObject({ rating: 'red', measure: null, breach: 'firm', breachSince: '2024-01' });
    expect(passed?.reasons).toMatchObject([
      { rule: 'limit-passed', value: -84_600_000, bound: LIMIT, difference: -100_000, since: '2024-01' },
    ]);
    expect(passed?.title).toBe('Cumulative DSG balance, £100,000 past its limit of −£84.50m in January 2024');
  });

  test.each([
    [0.19, 'green'],
    [0.2, 'amber'],
    [0.49, 'amber'],
    [0.5, 'red'],
  ])('with a chance of %d to be passed within 12 months is %s', (chance, rating) => {
    expect(rated([-70], chance)[0]?.rating).toBe(rating);
    expect(rated([], chance)[0]).toMatchObject({ rating, period: '2025-01' });
  });

  test('says when and how likely it will be passed', () => {
    const [red] = rated([-70], 0.62, { expectedPass: period('2025-09') });
    expect(red?.title).toBe(
      'Cumulative DSG balance, 62% likely to pass its limit of −£84.50m within 12 months (most likely in September 2025)',
    );
    expect(red?.reasons).toMatchObject([
      { rule: 'limit-chance-red', value: 0.62, bound: 0.5, difference: 0.12, since: '2024-01' },
      { rule: 'limit-chance-amber', value: 0.62, bound: 0.2, difference: 0.42, since: '2024-01' },
    ]);
  });

  test('says between which months it is likely to be passed', () => {
    const passBetween = { earliest: period('2025-06'), latest: period('2026-02') };
    const [red] = rated([-70], 0.62, { expectedPass: period('2025-09'), passBetween });
    expect(red?.reasons[0]?.text).toBe(
      'Cumulative DSG balance: the chance of passing its limit of −£84.50m within 12 months is 62% (most likely in September 2025), hardly before June 2025, hardly after February 2026, at or past the red bound of 50% since January 2024.',
    );
    const [open] = rated([-70], 0.3, { passBetween: { ...passBetween, latest: null } });
    expect(open?.reasons[0]?.text).toContain('is 30%, hardly before June 2025, at or past the amber bound');
  });

  test('once passed is red until two known periods in a row keep it', () => {
    const series = rated([-85, -84, null, -85, -84, -84], null);
    expect(series.map(({ rating }) => rating)).toEqual(['red', 'red', 'red', 'red', 'green']);
    expect(
      series.every(({ breachSince, rating }) => breachSince === (rating === 'red' ? '2024-01' : null)),
    ).toBe(true);
    expect(series[1]?.reasons[0]?.text).toContain(
      'not passed now, but held at red, as since January 2024, until two periods in a row keep it',
    );
  });

  test('does not flap with a chance that hovers about its bound', () => {
    const earlier = chances([0.21, 0.19, 0.16]);
    const [first, second, third, now] = rated([-70, -70, -70, -70], 0.19, { earlier });
    expect([first, second, third, now].map((one) => one?.rating)).toEqual(Array(4).fill('amber'));
    expect(now?.reasons[0]?.text).toContain(
      'under the amber bound of 20% again; amber since January 2024, held',
    );
    const [, , left] = rated([-70, -70, -70], 0.1, { earlier: chances([0.21, 0.1]) });
    expect(left?.rating).toBe('green');
  });

  test('once passed is not kept by a period that only had a forecast', () => {
    const series = rated([-85, null, -84], 0.05, { earlier: chances([0.1, 0.1]) });
    expect(series.map(({ rating }) => rating)).toEqual(['red', 'red', 'red']);
  });

  test('keeps a bound that was missed while no forecast says otherwise', () => {
    const earlier = [{ period: period('2024-01'), measure: 0.6 }];
    const series = rated([-70, -70, -70], null, { earlier });
    expect(series.map(({ rating }) => rating)).toEqual(['red', 'red', 'red']);
    expect(series[2]).toMatchObject({ measure: null, breach: 'none', breachSince: '2024-01' });
    expect(series[2]?.reasons[0]?.text).toContain('no forecast now says whether it passes');
  });

  test('is not rated for periods after the latest figure, whatever earlier runs knew', () => {
    const earlier = [{ period: period('2024-02'), measure: 0.6 }];
    expect(rated([-70], 0.1, { earlier }).map(({ period: at, rating }) => [at, rating])).toEqual([
      ['2024-01', 'green'],
    ]);
  });

  test('inside and without a forecast is green and says that nothing is known of the future', () => {
    expect(rated([-70], null)[0]?.reasons[0]?.text).toBe(
      'Cumulative DSG balance: −£70.00m in January 2024, £14.50m inside the limit of −£84.50m; ' +
        'there is no forecast of whether it will pass.',
    );
    expect(rated([-70], 0.07)[0]?.reasons[0]?.text).toContain('the forecast gives a chance of 7%');
    expect(rated([], 0.004)[0]?.title).toContain('unlikely to pass');
  });

  test('worse figures and a likelier passing never rate better (law)', () => {
    const figure = fc.tuple(fc.option(fc.integer({ min: -90, max: -80 }), { freq: 4 }), fc.nat({ max: 6 }));
    const chance = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 18 }), chance, chance, (pairs, low, more) => {
        const good = rated(
          pairs.map(([value]) => value),
          low,
        );
        const bad = rated(
          pairs.map(([value, worse]) => (value === null ? null : value - worse)),
          low + more,
        );
        good.forEach(({ rating }, index) => {
          expect(compareRatings(bad[index]?.rating ?? 'black', rating)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
