import { describe, expect, test } from 'vitest';
import { addMonths, monthAt } from '../../shared/period/month.ts';
import { rollingBacktest } from '../../shared/recompute/rolling-backtest.ts';
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
    ...{ basis: null, backtestNote: null, passing: [], record: [] },
  },
  note: null,
  passing: null,
  rollingBacktest: [],
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
      rollingForecast(known, {
        inputHash: 'x',
        forecast: null,
        note: 'few',
        passing: null,
        rollingBacktest: [],
      }),
    ).toBeUndefined();
  });
});

describe('its backtest', () => {
  /** Two years of tens and a step to 22: from before the step every month was forecast as ten. */
  const history = {
    first: start,
    values: Array.from({ length: 30 }, (_, at) => (at < 24 ? 10 : 22)),
  };
  const said = Array.from({ length: 18 }, (_, at) => {
    const period = addMonths(start, 24 + at);
    return { period, value: 10, lower80: 9, upper80: 11, lower95: 4, upper95: 16 };
  });

  test('is the error of twelve months’ means, with months known then as they were', () => {
    const rows = rollingBacktest(history, [said]);
    expect(rows.map(({ horizon, origins, mae }) => ({ horizon, origins, mae }))).toEqual([
      { horizon: 1, origins: 1, mae: 1 },
      { horizon: 3, origins: 1, mae: 3 },
      { horizon: 6, origins: 1, mae: 6 },
    ]);
    // One month of twelve is wide by twelve either way at 95%, and the mean by half: it came 1 above.
    expect(rows[0]).toMatchObject({ coverage80: 0, coverage95: 0 });
  });

  test('holds what lay within the mean of the bounds', () => {
    const [row] = rollingBacktest(history, [said.map((each) => ({ ...each, upper80: 22, upper95: 30 }))]);
    expect(row).toMatchObject({ coverage80: 1, coverage95: 1 });
  });

  test('is in the rolling form’s view, or a note says why not', () => {
    const rows = rollingBacktest(history, [said]);
    const made = rollingForecast(known, { ...monthly(ahead), rollingBacktest: rows });
    expect(made?.forecast).toMatchObject({ backtest: rows, backtestNote: null });
    expect(rollingForecast(known, monthly(ahead))?.forecast?.backtestNote).toContain('cannot be tried');
  });
});
