import { beforeAll, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import { period } from '../rating/series.ts';
import { sampleCouncil } from './sample-council.ts';

let known: Known;
beforeAll(async () => {
  known = await sampleCouncil();
});

const rule: Setting = {
  ...{ area: 'E06000054', kind: 'rule', id: 'ehcp.active', version: 1, by: 'ann' },
  body: { bounds: { amber: { enter: 0.1 }, red: { enter: 0.15 } }, reason: 'Agreed by the board' },
  ...{ at: '2025-01-09T09:00:00.000Z', validFrom: '2024-10-01' },
};
const seen = (settings: readonly Setting[], at: string) => {
  const made = recomputeAsKnown('E06000054', { ...known, settings }, metrics, new Date(at));
  const history = made.ratingHistory.filter(({ metric }) => metric === 'ehcp.active');
  return {
    latest: made.series.find(({ metric }) => metric === 'ehcp.active')?.rating,
    byMonth: new Map(history.map(({ period, rating }) => [period, rating])),
  };
};

test('a council’s own bounds rate the periods from their validity on, and the reason says whose they are', () => {
  const { latest, byMonth } = seen([rule], '2025-01-10T09:00:00.000Z');
  expect(latest).toMatchObject({ bounds: { whose: 'council', amber: 0.1, red: 0.15 } });
  // 11.4% worse than plan; August and September were judged by the catalogue's 5%.
  expect(latest?.reasons.map(({ text }) => text).join(' ')).toContain(
    'the council’s own bound from 1 October 2024',
  );
  expect(byMonth.get(period('2024-09'))).toBe('red');
});

test('before it was written it counts for nothing, whatever its validity', () => {
  expect(seen([rule], '2025-01-08T09:00:00.000Z').latest?.bounds).toEqual({
    ...{ whose: 'catalogue', amber: 0.02, red: 0.05 },
  });
});
