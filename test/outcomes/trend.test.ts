import { describe, expect, test } from 'vitest';
import { changeOnBefore, distanceSince, runOf } from '../../shared/outcomes/trend.ts';
import { periodOf as period } from '../period/make.ts';

const rwm = { id: 'ks2.rwm', unit: 'ratio', better: 'higher' } as const;
const gld = { id: 'eyfsp.gld', unit: 'ratio', better: 'higher' } as const;
const years = (values: Readonly<Record<number, number | null>>) =>
  Object.entries(values).map(([begins, value]) => ({ period: period(`AY${begins}`), figure: { value } }));
const at = period('AY2024');

describe('over the years', () => {
  test('the change is from the last year with a figure, and says which', () => {
    const known = years({ 2018: 0.64, 2021: 0.57, 2022: null, 2024: 0.59 });
    expect(changeOnBefore(known, at, rwm)).toMatchObject({
      difference: 0.02,
      arrow: 'up-good',
      since: 'AY2021',
    });
    expect(changeOnBefore(known, period('AY2021'), rwm)).toMatchObject({
      ...{ difference: -0.07, arrow: 'down-bad', since: 'AY2018' },
    });
  });

  test('without a figure of the year, or of one before, there is no change', () => {
    expect(changeOnBefore(years({ 2023: 0.6, 2024: null }), at, rwm)).toBeUndefined();
    expect(changeOnBefore(years({ 2024: 0.6 }), at, rwm)).toBeUndefined();
    expect(changeOnBefore([], at, rwm)).toBeUndefined();
  });

  test('the distance is from the year before Covid, or the year asked for', () => {
    const known = years({ 2015: 0.54, 2018: 0.64, 2023: 0.57, 2024: 0.59 });
    expect(distanceSince(known, at, rwm)).toMatchObject({ difference: -0.05, since: 'AY2018' });
    expect(distanceSince(known, at, rwm, period('AY2015'))).toMatchObject({ difference: 0.05 });
    expect(distanceSince(known, at, rwm, period('AY2016'))).toBeUndefined();
    expect(distanceSince(years({ 2016: 0.5, 2024: 0.6 }), at, rwm)?.since).toBe('AY2016');
  });

  test('the early years profile compares with itself only from 2021/22 on', () => {
    const known = years({ 2018: 0.724, 2021: 0.669, 2024: 0.704 });
    expect(distanceSince(known, at, gld)).toMatchObject({ difference: 0.035, since: 'AY2021' });
    expect(changeOnBefore(known, period('AY2021'), gld)).toBeUndefined();
  });

  test('a run ends where the way turns, where nothing moved and where years are missing', () => {
    const rising = years({ 2018: 0.5, 2021: 0.51, 2022: 0.52, 2023: 0.53, 2024: 0.54 });
    expect(runOf(rising, at, rwm)).toEqual({ changes: 3, since: 'AY2021', up: true });
    expect(runOf(years({ 2022: 0.5, 2023: 0.52, 2024: 0.51 }), at, rwm)).toEqual({
      ...{ changes: 1, since: 'AY2023', up: false },
    });
    expect(runOf(years({ 2023: 0.5, 2024: 0.5 }), at, rwm)).toBeUndefined();
  });
});
