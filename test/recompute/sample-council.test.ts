import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { inputDigest } from '../../shared/recompute/input-digest.ts';
import { type Recomputed, recompute } from '../../shared/recompute/recompute.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
const now = new Date('2025-01-09T10:00:00.000Z');
const dashboardUrl = 'http://127.0.0.1:8080';

let known: Known;
let first: Recomputed;

function run(earlier: Recomputed | undefined, at = now): Recomputed {
  const kept = earlier
    ? { alerts: earlier.alerts, forecasts: earlier.forecasts }
    : { alerts: [], forecasts: {} };
  return recompute({ area, known, catalogue: metrics, now: at, dashboardUrl, earlier: kept });
}

beforeAll(async () => {
  known = await sampleCouncil();
  first = run(undefined);
});

describe('the sample council', () => {
  test('every series with three figures and more has a forecast of 24 months, a year’s end one up to it, in order', () => {
    const forecasts = first.series.flatMap(({ forecast, dimensions }) =>
      forecast ? [{ ...forecast, year: dimensions['financialYear'] }] : [],
    );
    expect(forecasts.length).toBeGreaterThan(2);
    for (const { points, year } of forecasts) {
      if (year === undefined) expect(points).toHaveLength(24);
      else expect(points.map(({ period }) => period).at(-1)).toBe('2025-03');
      for (const { lower95, lower80, value, upper80, upper95 } of points) {
        expect([lower95, lower80, value, upper80, upper95]).toEqual(
          [lower95, lower80, value, upper80, upper95].toSorted((a, b) => a - b),
        );
      }
    }
  });

  test('a series without a forecast says why', () => {
    for (const { forecast, forecastNote } of first.series)
      expect(forecast === null).toBe(forecastNote !== null);
  });

  test('the same input gives the same run', () => {
    expect(run(undefined)).toEqual(first);
  });

  test('running again on the same figures tells nobody anything and keeps the forecasts', () => {
    const second = run(first, new Date('2025-01-10T10:00:00.000Z'));
    expect(second.messages).toEqual([]);
    expect(second.forecasts).toEqual(first.forecasts);
  });

  test('the order in which files are known to the run does not matter', () => {
    const turned: Known = { drops: known.drops.toReversed(), blocks: known.blocks.toReversed() };
    const again = recompute({
      area,
      known: turned,
      catalogue: metrics,
      now,
      dashboardUrl,
      earlier: { alerts: [], forecasts: {} },
    });
    const byName = (made: Recomputed) =>
      new Map(made.series.map((each) => [`${each.metric} ${JSON.stringify(each.dimensions)}`, each.points]));
    expect(byName(again)).toEqual(byName(first));
    expect(again.messages.map(({ id }) => id).sort()).toEqual(first.messages.map(({ id }) => id).sort());
    expect(inputDigest(turned, now, { dashboardUrl })).toBe(inputDigest(known, now, { dashboardUrl }));
  });
});
