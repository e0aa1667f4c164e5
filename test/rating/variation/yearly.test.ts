import { describe, expect, test } from 'vitest';
import { variationOf } from '../../../shared/rating/variation/variation.ts';
import { period } from '../series.ts';

const definition = {
  nature: 'rate-of-flows',
  better: 'higher',
  unit: 'ratio',
  frequency: 'academic-year',
  shortName: 'KS2 RWM',
} as const;

type Year = readonly [year: string, value: number | null, denominator?: number];
const judged = (...years: readonly Year[]) =>
  variationOf({
    definition,
    points: years.map(([year, value, denominator]) => ({
      ...{ period: period(year), value },
      ...(denominator !== undefined && { denominator }),
    })),
    rolling: false,
  });

describe('has a yearly share really changed', () => {
  test('not when so few pupils move it so far by chance', () => {
    const { state, basis, reasons } = judged(['AY2022', 0.6, 30], ['AY2023', 0.7, 30]);
    expect(state).toBe('common-cause');
    expect(basis).toMatchObject({ chart: 'wilson', from: 'AY2022', to: 'AY2023', centre: 0.6 });
    expect(reasons[0]?.text).toMatch(
      /^KS2 RWM: 70\.00% in academic year 2023\/24 \(95% interval 52\.\d\d% to 83\.\d\d%\), no further from the 60\.00% in academic year 2022\/23 than chance explains\.$/,
    );
  });

  test('it has when ten times a hundred do', () => {
    expect(judged(['AY2022', 0.6, 3000], ['AY2023', 0.7, 3000]).state).toBe('improving');
    expect(judged(['AY2022', 0.7, 3000], ['AY2023', 0.6, 3000]).state).toBe('worsening');
  });

  test('years without results are no years', () => {
    const found = judged(['AY2018', 0.6, 3000], ['AY2019', null], ['AY2020', null], ['AY2021', 0.5, 3000]);
    expect(found).toMatchObject({ state: 'worsening', basis: { from: 'AY2018', to: 'AY2021' } });
  });

  test('without the number of cases nobody can say', () => {
    expect(judged(['AY2022', 0.6], ['AY2023', 0.7]).state).toBe('not-applicable');
    expect(judged(['AY2023', 0.7, 3000]).state).toBe('not-applicable');
  });
});
