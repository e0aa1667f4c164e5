import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../shared/derive/point.ts';
import { correlation } from '../../shared/outcomes/correlations/correlation.ts';
import { paired } from '../../shared/outcomes/correlations/pairing.ts';
import { funnelPlot, placeOf, shareOfGroup } from '../../shared/outcomes/localities/funnel-plot.ts';
import { compareTypes } from '../../shared/outcomes/school-types/comparison.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { fileOf } from '../disclosure/small-council.ts';

const period = parsePeriod('AY2023');
if (!period) throw new Error('AY2023 is a period');
const source = { drop: fileOf(0, {}).drop, row: 2 };

const counted = (numerator: number, denominator: number, more: Partial<Point> = {}): Point => ({
  ...{ period, value: numerator / denominator, numerator, denominator, source },
  ...more,
});
const withheld: Point = { period, value: null, status: 'c', source };
const names = { x: 'Absence', y: 'KS2 RWM' };

describe('two results side by side', () => {
  test('every place is counted or named with what it lacks', () => {
    const { pairs, excluded } = paired(
      [
        { id: 'a', name: 'A', x: counted(10, 100), y: counted(60, 100) },
        { id: 'b', name: 'B', x: withheld, y: counted(60, 100) },
        { id: 'c', name: 'C', x: counted(10, 100), y: undefined },
      ],
      names,
    );
    expect(pairs.map(({ id }) => id)).toEqual(['a']);
    expect(excluded).toEqual([
      { id: 'b', name: 'B', reason: 'Absence: not shown, so that no pupil can be recognised (c).' },
      { id: 'c', name: 'C', reason: 'KS2 RWM: no figure.' },
    ]);
  });

  test('of few places the caution says how few; that no cause is shown it always says', () => {
    const pair = (x: number, y: number) => ({ id: `${x}`, name: `${x}`, x, y, illustration: false });
    const few = correlation([pair(1, 2), pair(2, 1), pair(3, 4), pair(4, 3)], names, 'locality');
    expect(few.n).toBe(4);
    expect(few.caution).toContain('A correlation is not a cause');
    expect(few.caution).toContain('With n = 4 (4 localities)');
    expect(few.text).toContain('no connection beyond chance can be told');
    const many = Array.from({ length: 40 }, (_, at) => pair(at, -at - (at % 3)));
    const found = correlation(many, names, 'neighbour');
    expect(found.caution).toContain('A correlation is not a cause');
    expect(found.caution).not.toContain('n = ');
    expect(found.text).toContain('the second tends to be lower');
    expect(correlation([pair(1, 1)], names, 'year').text).toContain('needs three at least');
  });
});

describe('places beside their mean', () => {
  test('the mean is that of all pupils, a place that is not shown is judged by nobody', () => {
    const places = [placeOf('A', counted(60, 100)), placeOf('B', counted(120, 300)), placeOf('C', withheld)];
    const { mean, pupils, places: judged } = funnelPlot(places, { better: 'higher' });
    expect(mean).toBeCloseTo(180 / 400, 12);
    expect(pupils).toBe(400);
    expect(judged.map(({ position }) => position)).toEqual(['above', 'within', null]);
    expect(judged[0]?.text).toContain('which is good');
    expect(judged[2]).toMatchObject({
      limits: null,
      text: 'C: not shown, so that no pupil can be recognised.',
    });
  });

  test('the order of places changes nothing but the order', () => {
    const place = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 50, max: 90 }));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 8 }), (sizes) => {
        const places = sizes.map(([some, all], at) => placeOf(`${at}`, counted(some, all)));
        const turned = funnelPlot(places.toReversed(), { better: 'higher' });
        const plain = funnelPlot(places, { better: 'higher' });
        expect(turned.places.toReversed().map(({ position }) => position)).toEqual(
          plain.places.map(({ position }) => position),
        );
        expect(turned.mean).toBeCloseTo(plain.mean ?? 2, 12);
      }),
    );
  });

  test('the share of a group is its pupils of all whose results were counted; nothing hidden helps to make it', () => {
    expect(shareOfGroup('A', counted(20, 50), counted(60, 200))).toMatchObject({
      ...{ value: 0.25, numerator: 50, denominator: 200 },
    });
    expect(shareOfGroup('A', withheld, counted(60, 200))).toMatchObject({ value: null, status: 'c' });
    expect(shareOfGroup('A', counted(20, 50), withheld)).toMatchObject({ value: null, status: 'c' });
    expect(shareOfGroup('A', undefined, counted(60, 200)).value).toBeNull();
  });
});

describe('academies beside maintained schools', () => {
  const about = { id: 'ks2.maths', shortName: 'KS2 maths', unit: 'ratio', better: 'higher' } as const;

  test('a gap of nine points on 300 and 400 pupils is beyond chance, of three points on 30 and 40 it is not', () => {
    const large = compareTypes(about, counted(210, 300), counted(244, 400));
    expect(large).toMatchObject({ gap: 0.09, gapInPupils: 27, beyondChance: true });
    expect(large.text).toContain('9 percentage points ahead of');
    expect(compareTypes(about, counted(21, 30), counted(27, 40)).beyondChance).toBe(false);
  });

  test('exchanging both turns the gap and its interval round', () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 60, max: 400 }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [one, other] = [counted(...a), counted(...b)];
        const [forth, back] = [compareTypes(about, one, other), compareTypes(about, other, one)];
        expect(back.gap).toBeCloseTo(-(forth.gap ?? 9), 12);
        expect(back.interval?.lower).toBeCloseTo(-(forth.interval?.upper ?? 9), 12);
        expect(back.beyondChance).toBe(forth.beyondChance);
      }),
    );
  });

  test('without numbers of pupils it says that it cannot be judged; without a figure there is no gap', () => {
    const bare: Point = { period, value: 0.6, source };
    expect(compareTypes(about, bare, bare)).toMatchObject({ gap: 0, beyondChance: null, gapInPupils: null });
    expect(compareTypes(about, bare, undefined)).toMatchObject({ gap: null, maintained: { value: null } });
    expect(compareTypes(about, bare, withheld)).toMatchObject({ gap: null, maintained: { status: 'c' } });
  });
});
