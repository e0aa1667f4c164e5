import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { shareInterval } from '../../shared/outcomes/chance.ts';
import { restOf } from '../../shared/outcomes/complement.ts';
import { gapBetween } from '../../shared/outcomes/gap.ts';
import { NO_FIGURE } from '../../shared/outcomes/outcome-figure.ts';
import { gapText, outcomeText, shortGapText } from '../../shared/outcomes/outcome-text.ts';
import { rankAmong } from '../../shared/outcomes/rank.ts';

const rwm = { id: 'ks2.rwm', unit: 'ratio', better: 'higher' } as const;
const absent = { id: 'absence.persistent', unit: 'ratio', better: 'lower' } as const;
const sessions = { id: 'absence.total', unit: 'ratio', better: 'lower' } as const;

const count = (most: number) => fc.integer({ min: 1, max: most });
/** A share with its counts. */
const share = count(4000).chain((denominator) =>
  fc
    .integer({ min: 0, max: denominator })
    .map((numerator) => ({ value: numerator / denominator, numerator, denominator })),
);
const figure = fc.oneof(
  share,
  fc.integer({ min: 0, max: 1000 }).map((tenths) => ({ value: tenths / 1000 })),
);
const anyMetric = fc.constantFrom(rwm, absent, sessions);
const opposite = { up: 'down', down: 'up', flat: 'flat' } as const;

describe('a gap', () => {
  test('of 59% to 63% is 4 percentage points below, and bad; how many pupils it is nobody can say without a count', () => {
    expect(gapBetween({ value: 0.59 }, { value: 0.63 }, rwm)).toEqual({
      difference: -0.04,
      percentagePoints: -4,
      arrow: 'down-bad',
      pupils: null,
      chance: { judged: false, beyond: null, lower: null, upper: null },
    });
  });

  test('in pupils is the gap of as many as there are: 4 points of 500 are 20 fewer', () => {
    const own = { value: 0.59, numerator: 295, denominator: 500 };
    expect(gapBetween(own, { value: 0.63 }, rwm)?.pupils).toBe(-20);
  });

  test('of sessions is none of pupils', () => {
    const own = { value: 0.07, numerator: 7000, denominator: 100_000 };
    const gap = gapBetween(own, { value: 0.06, numerator: 1, denominator: 100 }, sessions);
    expect(gap?.pupils).toBeNull();
    expect(gap?.chance.judged).toBe(false);
  });

  test('lower absence points down and is good', () => {
    expect(gapBetween({ value: 0.16 }, { value: 0.19 }, absent)?.arrow).toBe('down-good');
    expect(gapBetween({ value: 0.19 }, { value: 0.16 }, absent)?.arrow).toBe('up-bad');
  });

  test('a difference that is published as none is flat, as is one that chance explains', () => {
    expect(gapBetween({ value: 0.5904 }, { value: 0.59 }, rwm)?.arrow).toBe('flat');
    const few = gapBetween({ value: 0.5, denominator: 20 }, { value: 0.6, denominator: 20 }, rwm);
    expect([few?.arrow, few?.chance.beyond]).toEqual(['flat', false]);
    const many = gapBetween({ value: 0.5, denominator: 20_000 }, { value: 0.6, denominator: 20_000 }, rwm);
    expect([many?.arrow, many?.chance.beyond]).toEqual(['down-bad', true]);
  });

  test('to what is not known there is none', () => {
    expect(gapBetween({ value: null, status: 'c' }, { value: 0.5 }, rwm)).toBeUndefined();
    expect(gapBetween({ value: 0.5 }, NO_FIGURE, rwm)).toBeUndefined();
  });

  test('is the same the other way round, with the other sign', () => {
    fc.assert(
      fc.property(figure, figure, anyMetric, (a, b, metric) => {
        const [there, back] = [gapBetween(a, b, metric), gapBetween(b, a, metric)];
        if (!there || !back) throw new Error('Both are known');
        expect(there.difference + back.difference).toBe(0);
        expect((there.percentagePoints ?? 0) + (back.percentagePoints ?? 0)).toBe(0);
        expect(there.chance.beyond).toBe(back.chance.beyond);
        const [way = ''] = there.arrow.split('-');
        expect(back.arrow.split('-')[0]).toBe(Reflect.get(opposite, way));
      }),
    );
  });

  test('beyond chance is outside its own interval: zero is not in it', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const chance = gapBetween(a, b, rwm)?.chance;
        if (!chance?.judged) throw new Error('Both counts are known');
        expect(chance.beyond).toBe(chance.lower > 0 || chance.upper < 0);
        expect(chance.lower).toBeLessThanOrEqual(chance.upper);
      }),
    );
  });
});

test('the interval of a share lies around it within 0 and 1; without a count there is none', () => {
  fc.assert(
    fc.property(share, (figure) => {
      const interval = shareInterval(figure);
      if (!interval) throw new Error('The count is known');
      expect(interval.lower).toBeGreaterThanOrEqual(0);
      expect(interval.lower).toBeLessThanOrEqual(figure.value + 1e-9);
      expect(interval.upper).toBeGreaterThanOrEqual(figure.value - 1e-9);
      expect(interval.upper).toBeLessThanOrEqual(1);
    }),
  );
  expect(shareInterval({ value: 0.5 })).toBeUndefined();
});

describe('a group and the rest', () => {
  test('make up the whole: the total lies between them, and is their mean by pupils', () => {
    fc.assert(
      fc.property(share, share, (group, rest) => {
        const all = {
          numerator: group.numerator + rest.numerator,
          denominator: group.denominator + rest.denominator,
        };
        const whole = { ...all, value: all.numerator / all.denominator };
        const found = restOf(whole, group);
        expect(found).toEqual(rest);
        const [low, high] = [Math.min(group.value, rest.value), Math.max(group.value, rest.value)];
        expect(whole.value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(whole.value).toBeLessThanOrEqual(high + 1e-12);
        const weighted =
          (group.value * group.denominator + rest.value * rest.denominator) / whole.denominator;
        expect(weighted).toBeCloseTo(whole.value, 9);
      }),
    );
  });

  test('without counts, or of a part larger than the whole, there is no rest', () => {
    expect(restOf({ value: 0.5 }, { value: 0.4 })).toBeUndefined();
    const all = { value: 0.5, numerator: 5, denominator: 10 };
    expect(restOf(all, { value: 0.5, numerator: 6, denominator: 9 })).toBeUndefined();
    expect(restOf(all, all)).toBeUndefined();
  });
});

describe('a rank', () => {
  test('counts who is better; equals share a place', () => {
    expect(rankAmong(0.6, [0.7, 0.6, 0.5], 'higher')).toEqual({ position: 2, of: 4, tied: 1 });
    expect(rankAmong(0.6, [0.7, 0.6, 0.5], 'lower')).toEqual({ position: 2, of: 4, tied: 1 });
    expect(rankAmong(0.1 + 0.2, [0.3], 'higher')).toEqual({ position: 1, of: 2, tied: 1 });
  });

  test('alone there is none', () => {
    expect(rankAmong(0.6, [], 'higher')).toBeUndefined();
  });

  test('does not depend on the order, and lies within the field', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), values, (own, others) => {
        const rank = rankAmong(own, others, 'higher');
        expect(rankAmong(own, others.toReversed(), 'higher')).toEqual(rank);
        if (!rank) throw new Error('There are others');
        expect(rank.position).toBeGreaterThanOrEqual(1);
        expect(rank.position + rank.tied).toBeLessThanOrEqual(rank.of);
        const backwards = rankAmong(own, others, 'lower')?.position ?? 0;
        expect(rank.position + backwards + rank.tied).toBe(rank.of + 1);
      }),
    );
  });
});

describe('in words', () => {
  test('a figure keeps the digits that it is published with', () => {
    const said = [0.59, 0.62111, 0.0663, 0.00031, 0.704, -0.005].map((value) => outcomeText(value, 'ratio'));
    expect(said).toEqual(['59%', '62.1%', '6.63%', '0.031%', '70.4%', '−0.5%']);
    expect(outcomeText(46.2, 'score')).toBe('46.2');
  });

  test('a gap says points, one of them one point', () => {
    expect([0.04, 0.01, 0.0038].map((gap) => gapText(gap, 'ratio'))).toEqual([
      '4 percentage points',
      '1 percentage point',
      '0.38 percentage points',
    ]);
    expect([-0.04, 0.04, 0].map((gap) => shortGapText(gap, 'ratio'))).toEqual(['−4 pp', '+4 pp', '0 pp']);
    expect(gapText(-1, 'score')).toBe('1 point');
  });
});

test('every metric of a school year says which way is better', () => {
  const silent = metrics.filter(
    ({ frequency, better }) => frequency === 'academic-year' && better === 'neither',
  );
  expect(silent).toEqual([]);
});
