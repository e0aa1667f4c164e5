import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapBounds } from '../../shared/catalogue/outcomes/gap-bounds.ts';
import { rateGap } from '../../shared/outcomes/rate-gap.ts';
import { compareRatings } from '../../shared/rating/combine.ts';
import { periodOf as period } from '../period/make.ts';

const rwm = { id: 'ks2.rwm', unit: 'ratio', better: 'higher', shortName: 'KS2 RWM' } as const;
const persistent = {
  id: 'absence.persistent',
  unit: 'ratio',
  better: 'lower',
  shortName: 'Persistent absence',
} as const;
const nobody = { national: { value: null }, neighbours: { value: null }, region: { value: null } };

const year = (begins: number, own: number | null, england: number | null, counts?: number) => ({
  period: period(`AY${begins}`),
  own: { value: own, ...(counts !== undefined && { denominator: counts }) },
  others: {
    ...nobody,
    national: { value: england, ...(counts !== undefined && { denominator: counts }) },
  },
});
const rated = (...years: ReturnType<typeof year>[]) => rateGap(years, rwm, true, 'KS2 RWM');

describe('the rating of a gap', () => {
  test('59% beside England’s 63% is amber, since the year in which it fell so far behind', () => {
    const found = rated(
      year(2021, 0.58, 0.59),
      year(2022, 0.56, 0.6),
      year(2023, 0.57, 0.61),
      year(2024, 0.59, 0.63),
    );
    expect([found.rating, found.against]).toEqual(['amber', 'national']);
    expect(found.reasons).toEqual([
      {
        ...{ rule: 'gap-amber', value: 0.59, bound: 0.61, difference: -0.04, since: 'AY2022' },
        text: 'KS2 RWM: 59% in 2024/25, 4 percentage points below England (63%); past the amber bound of 2 percentage points behind.',
      },
    ]);
  });

  test('a bound is reached at its value', () => {
    const ratings = [0.63, 0.6101, 0.61, 0.5801, 0.58].map((own) => rated(year(2024, own, 0.63)).rating);
    expect(ratings).toEqual(['green', 'green', 'amber', 'amber', 'red']);
  });

  test('a gap that chance explains is at worst amber/green, and says so', () => {
    const few = rated(year(2024, 0.5, 0.63, 30));
    expect(few.rating).toBe('amber-green');
    expect(few.reasons[0]?.text).toContain('no further than chance explains');
    expect(rated(year(2024, 0.5, 0.63, 3000)).rating).toBe('red');
  });

  test('without England the neighbours, then the region; without anybody there is none', () => {
    const own = { period: period('AY2024'), own: { value: 0.5 } };
    const neighbours = { ...nobody, neighbours: { value: 0.6 }, region: { value: 0.5 } };
    expect(rateGap([{ ...own, others: neighbours }], rwm, true, 'x').against).toBe('neighbours');
    const region = { ...nobody, region: { value: 0.5 } };
    expect(rateGap([{ ...own, others: region }], rwm, true, 'x')).toMatchObject({
      ...{ against: 'region', rating: 'green' },
    });
    expect(rateGap([{ ...own, others: nobody }], rwm, true, 'x').rating).toBeNull();
  });

  test('what is missing is not rated, whatever was before', () => {
    for (const missing of [rated(), rated(year(2023, 0.6, 0.6), year(2024, null, 0.6))]) {
      expect(missing.rating).toBeNull();
      expect(missing.reasons[0]?.text).toBe('KS2 RWM: not rated, because there is no figure.');
    }
  });

  test('for a group the bounds are twice as wide', () => {
    expect(rateGap([year(2024, 0.6, 0.63)], rwm, false, 'x').rating).toBe('green');
    expect(gapBounds('ks2.rwm', false)).toEqual({ flat: 0.0005, amber: 0.04, red: 0.1 });
  });

  test('a worse figure never rates better', () => {
    const tenths = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
    fc.assert(
      fc.property(tenths, tenths, tenths, fc.boolean(), (a, b, england, ofAll) => {
        for (const metric of [rwm, persistent]) {
          const [worse, better] = [a, b].sort((x, y) => (metric.better === 'higher' ? x - y : y - x));
          const of = (own: number | undefined) =>
            rateGap([year(2024, own ?? null, england)], metric, ofAll, 'x').rating ?? 'grey';
          expect(compareRatings(of(worse), of(better))).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
