import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalStream, uniformStream } from '../../../shared/forecast/random.ts';
import { addMonths, type Month, parseMonth } from '../../../shared/period/month.ts';
import type { Period } from '../../../shared/period/period.ts';
import { type VariationInput, variationOf } from '../../../shared/rating/variation/variation.ts';

const first = parseMonth('2023-01') as Month;
const requests = {
  nature: 'flow',
  better: 'lower',
  unit: 'count',
  frequency: 'month',
  shortName: 'Requests',
} as const satisfies VariationInput['definition'];

/** Monthly figures from January 2023; null is a month that is not known. */
function monthly(values: readonly (number | null)[]): VariationInput['points'] {
  return values.map((value, at) => ({ period: addMonths(first, at) as Period, value }));
}

function judged(values: readonly (number | null)[], definition: VariationInput['definition'] = requests) {
  return variationOf({ definition, points: monthly(values), rolling: false });
}

// Around 100, a moving range of 4 throughout: limits 100 ± 3 × 4 ÷ 1.128.
const steady = Array.from({ length: 23 }, (_, at) => (at % 2 === 0 ? 98 : 102));

describe('has it really changed', () => {
  test('the usual to and fro is no change, and says where it usually lies', () => {
    const { state, basis, reasons } = judged([...steady, 101]);
    expect(state).toBe('common-cause');
    expect(basis).toMatchObject({ of: 'figures', chart: 'xmr', points: 24, trial: false });
    expect(reasons[0]?.text).toMatch(
      /^Requests: 101 in December 2024, within the usual range of 8\d\.?\d* to 11\d/,
    );
  });

  test('a figure outside the limits is one, in the direction that the metric calls worse', () => {
    const { state, reasons } = judged([...steady, 140]);
    expect(state).toBe('worsening');
    expect(reasons[0]).toMatchObject({ rule: 'variation-outside-limits', value: 140, since: '2024-12' });
    expect(judged([...steady, 60]).state).toBe('improving');
    expect(judged([...steady, 140], { ...requests, better: 'higher' }).state).toBe('improving');
    expect(judged([...steady, 140], { ...requests, better: 'neither' }).state).toBe('changed');
  });

  test('seven figures on one side of the average are one, six are not', () => {
    const low = Array.from({ length: 17 }, (_, at) => (at % 2 === 0 ? 90 : 100));
    const high = [108, 106, 109, 107, 108, 106, 109];
    expect(judged([...low, ...high.slice(0, 6)]).reasons.map(({ rule }) => rule)).not.toContain(
      'variation-seven-one-side',
    );
    const { state, reasons } = judged([...low, ...high]);
    expect(state).toBe('worsening');
    expect(reasons.find(({ rule }) => rule === 'variation-seven-one-side')).toMatchObject({
      since: '2024-06',
    });
  });

  test('seven figures each above the one before are one', () => {
    const { reasons } = judged([...steady.slice(0, 17), 97, 98, 99, 100, 101, 102, 103]);
    expect(reasons.find(({ rule }) => rule === 'variation-seven-trend')).toMatchObject({ since: '2024-06' });
  });

  test('two of three near the same limit are one; on two sides they are not', () => {
    // Sigma is about 4.7 ÷ 1.128: 110 lies between two and three of them from their mean.
    expect(judged([...steady.slice(0, 21), 110, 100, 110]).reasons.map(({ rule }) => rule)).toContain(
      'variation-two-of-three',
    );
    expect(judged([...steady.slice(0, 21), 90, 100, 110]).reasons.map(({ rule }) => rule)).not.toContain(
      'variation-two-of-three',
    );
  });

  test('a stock is judged on its net monthly change: steady growth is no change', () => {
    const stock = { ...requests, nature: 'stock', shortName: 'EHCPs' } as const;
    const growing = Array.from({ length: 25 }, (_, at) => 5000 + 60 * at + (at % 2 === 0 ? 0 : 6));
    const { state, basis } = judged(growing, stock);
    expect(state).toBe('common-cause');
    expect(basis).toMatchObject({ of: 'net-change', points: 24 });
    const last = growing.at(-1) ?? 0;
    expect(judged([...growing, last + 200], stock).state).toBe('worsening');
  });

  test('a share of a few is judged by what chance does to so few', () => {
    const share = { ...requests, nature: 'rate-of-flows', unit: 'ratio', shortName: 'NEET rate' } as const;
    const points = monthly([...steady.map(() => 0.1), 0.3]).map((point) => ({ ...point, denominator: 10 }));
    // 3 of 10 where 1 in 10 is usual lies within 3 × √(0.1 × 0.9 ÷ 10) = 0.28 of it.
    const small = variationOf({ definition: share, points, rolling: false });
    expect(small).toMatchObject({ state: 'common-cause', basis: { chart: 'p' } });
    const larger = variationOf({
      definition: share,
      points: points.map((point) => ({ ...point, denominator: 100 })),
      rolling: false,
    });
    expect(larger.state).toBe('worsening');
  });

  test('eleven points give trial limits, seven give no answer', () => {
    expect(judged(steady.slice(0, 11)).basis?.trial).toBe(true);
    expect(judged(steady.slice(0, 12)).basis?.trial).toBe(false);
    const few = judged(steady.slice(0, 7));
    expect(few).toMatchObject({ state: 'not-enough', basis: null });
    expect(few.reasons[0]?.text).toContain('7 months are known, and 8 are needed');
  });

  test('figures that never vary signal only a break from that', () => {
    expect(judged(Array.from({ length: 24 }, () => 5)).state).toBe('common-cause');
    expect(judged(Array.from({ length: 24 }, () => 0.1 + 0.2)).state).toBe('common-cause');
    expect(judged([...Array.from({ length: 23 }, () => 5), 6]).state).toBe('worsening');
  });

  test('months that are not known are no figures, and no range is taken across them', () => {
    const gaps = steady.map((value, at) => (at % 5 === 0 ? null : value));
    expect(judged([...gaps, 101])).toMatchObject({ state: 'common-cause', basis: { points: 19 } });
  });

  test('a new basis that a person has set leaves out what was before, and is said', () => {
    const values = [...steady.slice(0, 12), 140, 144, 140, 144, 140, 144, 140, 144, 141];
    expect(judged(values).state).toBe('worsening');
    const rebased = { from: addMonths(first, 12) as Period, reason: 'One form for all requests' };
    const { state, basis, reasons } = variationOf({
      ...{ definition: requests, points: monthly(values), rolling: false, rebased },
    });
    expect(state).toBe('common-cause');
    expect(basis).toMatchObject({ from: '2024-01', points: 9, trial: true, rebased: rebased.reason });
    expect(reasons[0]?.text).toContain('judged anew from January 2024: One form for all requests');
  });

  test('rolling forms and year-end forecasts are not judged so, and say why', () => {
    const rolling = variationOf({ definition: requests, points: monthly(steady), rolling: true });
    expect(rolling.state).toBe('not-applicable');
    expect(rolling.reasons[0]?.text).toContain('eleven months');
    expect(judged(steady, { ...requests, nature: 'year-end' }).state).toBe('not-applicable');
  });
});

describe('laws', () => {
  const figures = fc.array(fc.option(fc.integer({ min: -500, max: 500 }), { freq: 8 }), { maxLength: 40 });

  // Not of a count: what chance does to it depends on how high it is.
  const score = { ...requests, unit: 'score' } as const;

  test('moving and stretching the figures changes no finding', () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: -1000, max: 1000 }),
        fc.integer({ min: 1, max: 64 }),
        (values, by, times) => {
          const moved = values.map((value) => (value === null ? null : value * times + by));
          expect(judged(moved, score).state).toBe(judged(values, score).state);
        },
      ),
    );
  });

  test('mirrored figures give the mirrored finding', () => {
    const mirror = { improving: 'worsening', worsening: 'improving' } as Readonly<Record<string, string>>;
    fc.assert(
      fc.property(figures, (values) => {
        const { state } = judged(values, score);
        expect(
          judged(
            values.map((value) => (value === null ? null : -value)),
            score,
          ).state,
        ).toBe(mirror[state] ?? state);
      }),
    );
  });

  test('it always answers, with a reason and finite limits around the centre', () => {
    fc.assert(
      fc.property(figures, (values) => {
        const { basis, reasons } = judged(values);
        expect(reasons.length).toBeGreaterThan(0);
        if (basis === null) return;
        expect(basis.lower).toBeLessThanOrEqual(basis.centre);
        expect(basis.centre).toBeLessThanOrEqual(basis.upper);
        expect([basis.lower, basis.upper].every(Number.isFinite)).toBe(true);
      }),
    );
  });

  test('a process that does not change rarely signals: at most 1.5% of months begin a signal', () => {
    let begun = 0;
    let months = 0;
    for (let seed = 1; seed <= 600; seed += 1) {
      const normal = normalStream(uniformStream(seed));
      const values = Array.from({ length: 60 }, () => 97 + 10 * normal());
      let signalled = true;
      for (let length = 24; length <= values.length; length += 1) {
        const { state } = judged(values.slice(0, length));
        const signals = state !== 'common-cause';
        if (length > 24) {
          months += 1;
          if (signals && !signalled) begun += 1;
        }
        signalled = signals;
      }
    }
    expect(begun / months).toBeLessThanOrEqual(0.015);
  });
});
