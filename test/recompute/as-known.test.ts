import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import { partsOf } from '../../shared/recompute/run-parts.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
const now = new Date('2025-01-09T10:00:00.000Z');

let known: Known;

beforeAll(async () => {
  known = await sampleCouncil();
});

const asKnown = (at: Date) => recomputeAsKnown(area, known, metrics, at);

/** Every value of a property of this name, however deep. */
function allOf(name: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => (key === name ? [value] : allOf(name, value)));
}

describe('as known', () => {
  test('now is now: the same figures, forecasts, ratings and summary', () => {
    const earlier = { alerts: [], forecasts: {} };
    const current = recompute({ area, known, catalogue: metrics, now, dashboardUrl: '', earlier });
    expect(asKnown(now)).toEqual(current);
  });

  test('nothing in a run was known later, and nothing was made later (law)', () => {
    const instant = fc.date({ min: new Date('2023-12-01'), max: now, noInvalidDate: true });
    fc.assert(
      fc.property(instant, (at) => {
        const parts = partsOf(asKnown(at));
        const drops = known.drops.filter(({ knownAt }) => knownAt <= at.toISOString());
        for (const knownAt of allOf('knownAt', parts))
          expect(knownAt === null || String(knownAt) <= at.toISOString()).toBe(true);
        for (const madeAt of allOf('madeAt', parts)) expect(madeAt).toBe(at.toISOString());
        const ids = new Set<unknown>([null, ...drops.map(({ id }) => id)]);
        for (const drop of allOf('drop', parts)) expect(ids).toContain(drop);
      }),
      { numRuns: 15 },
    );
  });

  test('what comes later changes nothing that was known before (law)', () => {
    const later = fc.subarray([...known.drops]);
    const at = new Date('2024-08-15T12:00:00.000Z');
    const expected = asKnown(at);
    fc.assert(
      fc.property(later, (kept) => {
        const drops = known.drops.filter((drop) => kept.includes(drop) || new Date(drop.knownAt) <= at);
        expect(recomputeAsKnown(area, { ...known, drops }, metrics, at)).toEqual(expected);
      }),
      { numRuns: 8 },
    );
  });

  test('before the first file nothing is known, and nothing is rated', () => {
    const { series, ratings, alerts } = asKnown(new Date('2023-12-01T12:00:00.000Z'));
    expect(series).toEqual([]);
    expect(ratings).toMatchObject({ overall: { rating: 'grey' }, items: [] });
    expect(alerts.filter(({ state }) => state === 'firing')).toEqual([]);
  });
});
