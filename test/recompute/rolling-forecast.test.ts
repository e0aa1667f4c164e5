import { describe, expect, test } from 'vitest';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { rollingForecast } from '../../shared/recompute/rolling-forecast.ts';

const start = monthAt(2024 * 12);
const known = Array.from({ length: 12 }, (_, at) => ({ period: addMonths(start, at), value: 10 }));
const ahead = Array.from({ length: 24 }, (_, at) => {
  const period = addMonths(start, 12 + at);
  return { period, value: 22, lower80: 20, upper80: 24, lower95: 16, upper95: 28 };
});
const monthly = (points: typeof ahead) => ({
  inputHash: 'x',
  forecast: {
    ...{ method: 'm', explanation: 'e', madeAt: '2025-01-09T09:00:00.000Z', backtest: [], points },
    ...{ passing: [], record: [] },
  },
  note: null,
  passing: null,
});

describe('the forecast of a 12-month rolling form', () => {
  const points = rollingForecast(known, monthly(ahead))?.forecast?.points ?? [];

  test('takes known months as they are and later ones as forecast', () => {
    expect(points[0]).toMatchObject({ period: '2025-01', value: 11, lower95: (11 * 10 + 16) / 12 });
    expect(points[5]?.value).toBe(16);
    expect(points[11]).toMatchObject({ value: 22, lower80: 20, upper95: 28 });
  });

  test('widens until no known month is left', () => {
    const widths = points.map(({ lower80, upper80 }) => upper80 - lower80);
    expect(widths).toHaveLength(24);
    expect(widths.slice(0, 12)).toEqual(widths.slice(0, 12).toSorted((a, b) => a - b));
    expect(widths[11]).toBeCloseTo(4, 10);
  });

  test('begins only where ten months are known or forecast', () => {
    const late = rollingForecast(known.slice(-3), monthly(ahead))?.forecast?.points ?? [];
    expect(late[0]?.period).toBe('2025-07');
  });

  test('is none where the monthly series has none', () => {
    expect(
      rollingForecast(known, { inputHash: 'x', forecast: null, note: 'few', passing: null }),
    ).toBeUndefined();
  });
});
