import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateAgainstPlan } from '../../shared/rating/against-plan.ts';
import { compareRatings } from '../../shared/rating/combine.ts';
import { usualRule } from '../../shared/rating/plan-rule.ts';
import { monthly, period, ratedFigures, ratedPercents } from './series.ts';

// Condition 3.1's table and the dashboard of January 2025 (facts.md): actual, plan. November was not published.
const EHCPS: readonly (readonly [string, number | null, number])[] = [
  ['2024-04', 5728, 5562],
  ['2024-05', 5815, 5586],
  ['2024-06', 5867, 5609],
  ['2024-07', 5861, 5632],
  ['2024-08', 5932, 5645],
  ['2024-09', 6051, 5649],
  ['2024-10', 6161, 5669],
  ['2024-11', null, 5688],
  ['2024-12', 6357, 5707],
];

function ehcps() {
  const plans = new Map(EHCPS.map(([month, , plan]) => [month, plan]));
  return rateAgainstPlan({
    points: EHCPS.map(([month, value]) => ({ period: period(month), value })),
    planFor: (month) => {
      const value = plans.get(month);
      return value === undefined ? undefined : { value, trajectory: 'sv-2024-03', kind: 'mitigated' };
    },
    ...{
      better: 'lower',
      ruleFor: () => usualRule({ amber: 0.02, red: 0.05 }),
      unit: 'count',
      metricName: 'EHCPs',
    },
  });
}

describe("the sample council's EHCPs against the Safety Valve plan", () => {
  test('are amber from April 2024 and red from August, with no rating for the gap in November', () => {
    expect(ehcps().map(({ period: month, rating }) => `${month} ${rating}`)).toEqual([
      '2024-04 amber',
      '2024-05 amber',
      '2024-06 amber',
      '2024-07 amber',
      '2024-08 red',
      '2024-09 red',
      '2024-10 red',
      '2024-12 red',
    ]);
  });

  test('are 492 above plan in October, past the red bound since August and the amber since April', () => {
    const october = ehcps().find((rated) => rated.period === '2024-10');
    expect(october?.reasons).toMatchObject([
      { rule: 'against-plan-red', value: 6161, bound: 5952.45, difference: 492, since: '2024-08' },
      { rule: 'against-plan-amber', value: 6161, bound: 5782.38, difference: 492, since: '2024-04' },
    ]);
    expect(october?.reasons[0]?.text).toBe(
      'EHCPs: 6,161 in October 2024, 492 (8.7%) above the plan of 5,669 (sv-2024-03); ' +
        'past the red bound of 5,952 (5% worse than plan) since August 2024.',
    );
  });

  test('keep their breach across the gap', () => {
    expect(ehcps().at(-1)).toMatchObject({
      period: '2024-12',
      breachSince: '2024-04',
      title: 'EHCPs, 650 (11.4%) above plan in December 2024',
      reasons: [{ since: '2024-08' }, { since: '2024-04' }],
    });
  });
});

describe('a money forecast of a year end', () => {
  const forecasts = [
    { period: period('2024-06'), value: -38_150_000 },
    { period: period('2024-09'), value: -43_200_000 },
  ];
  const rated = rateAgainstPlan({
    points: forecasts,
    planFor: () => ({ value: -28_210_000, trajectory: 'sv-2024-03', kind: 'budget' }),
    ...{
      better: 'higher',
      ruleFor: () => usualRule({ amber: 0.02, red: 0.1 }),
      unit: 'gbp',
      metricName: 'In-year DSG balance',
    },
  });

  test('is red since quarter 1 when the deficit is larger than budget', () => {
    expect(rated.map(({ rating }) => rating)).toEqual(['red', 'red']);
    expect(rated[1]?.reasons[0]).toMatchObject({
      value: -43_200_000,
      bound: -31_031_000,
      difference: -14_990_000,
      since: '2024-06',
    });
  });

  test('is told as worse than budget, never as above or below it', () => {
    expect(rated[1]?.title).toBe('In-year DSG balance, £14.99m (53.1%) worse than budget in September 2024');
  });
});

describe('a rating against plan', () => {
  test('turns worse at once and better only when a second figure confirms it', () => {
    expect(ratedPercents([0, 5, 3.9, 3.7, 3.7, 1.4, 1.4]).map(({ rating }) => rating)).toEqual([
      'green',
      'red',
      'red',
      'red',
      'amber',
      'amber',
      'green',
    ]);
  });

  test('says that it is held although the figure is inside the bound again', () => {
    const [, held] = ratedPercents([2.1, 1.9]);
    expect(held?.reasons).toMatchObject([{ rule: 'against-plan-amber', bound: 1020, since: '2024-01' }]);
    expect(held?.reasons[0]?.text).toContain(
      'inside the amber bound of 1,020 (2% worse than plan) again, but held at amber, as since January 2024, ' +
        'until it is less than 1.5% worse than plan in 2 of 3 periods',
    );
    expect(held?.breach).toBe('none');
  });

  test('when green says whether the plan is met or only nearly', () => {
    expect(ratedFigures([990])[0]?.reasons[0]?.text).toBe(
      'EHCPs: 990 in January 2024, 10 (1.0%) below the plan of 1,000 (sv-2024-03); the plan is met.',
    );
    expect(ratedFigures([1000])[0]?.title).toBe('EHCPs, level with plan in January 2024');
    expect(ratedFigures([1010])[0]?.reasons).toMatchObject([
      { rule: 'against-plan', value: 1010, bound: 1020, difference: 10, since: null },
    ]);
  });

  test('calls a first breach firm when it is red or a quarter past the amber bound', () => {
    expect(ratedPercents([1.9, 2, 2.4, 2.5, 6]).map(({ breach }) => breach)).toEqual([
      'none',
      'slight',
      'slight',
      'firm',
      'firm',
    ]);
  });

  test('calls a red breach firm even where red lies close to amber', () => {
    expect(ratedFigures([1022], { red: 0.022 })[0]).toMatchObject({ rating: 'red', breach: 'firm' });
  });

  test('counts a ratio exactly on its bound as on it', () => {
    const [rated] = ratedFigures([0.051], { plan: 0.05, unit: 'ratio' });
    expect(rated?.rating).toBe('amber');
    expect(rated?.title).toBe('EHCPs, 0.10 percentage points (2.0%) above plan in January 2024');
  });

  test('of a plan of 0 is red for anything worse, green for 0 and better', () => {
    expect(ratedFigures([0, -1], { plan: 0 }).map(({ rating }) => rating)).toEqual(['green', 'green']);
    const [red] = ratedFigures([3], { plan: 0 });
    expect(red).toMatchObject({
      rating: 'red',
      measure: null,
      breach: 'firm',
      title: 'EHCPs, 3 above plan in January 2024',
    });
    expect(red?.reasons).toMatchObject([
      { bound: 0, difference: 3 },
      { bound: 0, difference: 3 },
    ]);
  });

  test('leaves out periods without a figure or a plan, and they end nothing', () => {
    const rated = rateAgainstPlan({
      points: monthly([1030, null, 1030, 1030]),
      planFor: (month) =>
        month === '2024-03' ? undefined : { value: 1000, trajectory: 'sv-2024-03', kind: 'target' },
      ...{
        better: 'lower',
        ruleFor: () => usualRule({ amber: 0.02, red: 0.05 }),
        unit: 'count',
        metricName: 'EHCPs',
      },
    });
    expect(rated.map(({ period: month, breachSince }) => [month, breachSince])).toEqual([
      ['2024-01', '2024-01'],
      ['2024-04', '2024-01'],
    ]);
  });

  test('of no figures is nothing', () => {
    expect(ratedFigures([])).toEqual([]);
    expect(ratedFigures([null])).toEqual([]);
  });
});

describe('laws of ratings against plan', () => {
  const figure = fc.option(fc.integer({ min: 900, max: 1100 }), { freq: 4 });
  const plan = fc.integer({ min: -1000, max: 1000 });

  test('worse never rates better, at any period, in either direction', () => {
    const series = fc.array(fc.tuple(figure, fc.nat({ max: 60 })), { maxLength: 24 });
    fc.assert(
      fc.property(series, fc.constantFrom('lower', 'higher'), plan, (pairs, better, level) => {
        const sign = better === 'lower' ? 1 : -1;
        const shift = level - 1000;
        const value = (base: number | null, more: number) =>
          base === null ? null : base + shift + sign * more;
        const good = ratedFigures(
          pairs.map(([base]) => value(base, 0)),
          { better, plan: level },
        );
        const bad = ratedFigures(
          pairs.map(([base, more]) => value(base, more)),
          { better, plan: level },
        );
        good.forEach(({ rating }, index) => {
          expect(compareRatings(bad[index]?.rating ?? 'black', rating)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  test('the same input gives the same output, and later periods change nothing of earlier ones', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 24 }), fc.nat({ max: 24 }), (values, cut) => {
        const early = ratedFigures(values.slice(0, cut));
        expect(ratedFigures(values).slice(0, early.length)).toEqual(early);
      }),
    );
  });

  test('every rating has a reason with the figure, and only missed bounds have a since', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 24 }), plan, (values, level) => {
        for (const { rating, reasons, breachSince } of ratedFigures(values, { plan: level })) {
          expect(reasons.every(({ value, bound }) => value !== null && bound !== null)).toBe(true);
          expect(reasons.some(({ since }) => since !== null)).toBe(rating !== 'green');
          expect(breachSince).toBe(reasons.at(-1)?.since);
        }
      }),
    );
  });
});
