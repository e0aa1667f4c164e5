import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import { addMonths, parseMonth } from '../../shared/period/month.ts';
import { recomputeAsKnown } from '../../shared/recompute/as-known.ts';
import type { EarlierAnswers } from '../../shared/recompute/earlier.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import type { RatingChange } from '../../shared/recompute/rating-change.ts';
import { ratingChanges } from '../../shared/recompute/rating-changes.ts';
import { recompute } from '../../shared/recompute/recompute.ts';
import type { RatingItem } from '../../shared/recompute/views.ts';
import { sampleCouncil } from './sample-council.ts';

const area = 'E06000054';
let known: Known;
beforeAll(async () => {
  known = await sampleCouncil();
});

const ratingsOf = (changes: readonly RatingChange[], metric: string) =>
  changes.filter((change) => change.of === 'rating' && change.metric === metric);

describe('the sample council', () => {
  test('its first run tells how EHCPs came to be red, with when each figure became known', () => {
    const { changes } = recomputeAsKnown(area, known, metrics, new Date('2025-01-09T09:00:00.000Z'));
    expect(
      ratingsOf(changes, 'ehcp.active').map(({ from, to, period, knownAt }) => [from, to, period, knownAt]),
    ).toEqual([
      [null, 'amber', '2024-04', '2024-05-09T23:00:00.000Z'],
      ['amber', 'red', '2024-08', '2024-09-09T23:00:00.000Z'],
    ]);
  });

  test('what is kept survives run after run, and a run without news adds nothing', () => {
    const about = { area, known, catalogue: metrics, dashboardUrl: '' };
    const day = (text: string) => ({ now: new Date(`${text}T09:00:00.000Z`), inputDigest: text });
    const first = recompute({ ...about, ...day('2025-01-09'), earlier: { alerts: [], forecasts: {} } });
    const kept = {
      alerts: first.alerts,
      forecasts: first.forecasts,
      answers: { items: first.ratings.items, changes: first.changes },
    };
    const second = recompute({ ...about, ...day('2025-01-09'), earlier: kept });
    expect(second.changes).toEqual(first.changes);
    expect(first.changes.every(({ input }) => input === '2025-01-09')).toBe(true);
  });

  test('made from nothing, it is the history that runs on the way kept, of ratings by figures alone', () => {
    let answers: EarlierAnswers | undefined;
    for (const day of ['2024-05-11', '2024-07-11', '2024-09-11', '2025-01-09']) {
      const at = new Date(`${day}T12:00:00.000Z`);
      const then = recomputeAsKnown(area, known, metrics, at);
      const earlier = { alerts: [], forecasts: {}, ...(answers && { answers }) };
      const drops = known.drops.filter(({ knownAt }) => new Date(knownAt) <= at);
      const made = recompute({
        ...{ area, catalogue: metrics, dashboardUrl: '', now: at, earlier },
        known: { ...known, drops },
      });
      expect(made.ratings.overall).toEqual(then.ratings.overall);
      answers = { items: made.ratings.items, changes: made.changes };
    }
    const anew = recomputeAsKnown(area, known, metrics, new Date('2025-01-09T12:00:00.000Z')).changes;
    const plain = ({ from, to, period, knownAt }: RatingChange) => ({ from, to, period, knownAt });
    expect(ratingsOf(answers?.changes ?? [], 'ehcp.active').map(plain)).toEqual(
      ratingsOf(anew, 'ehcp.active').map(plain),
    );
  });
});

const rating = fc.constantFrom('green', 'amber', 'red');
const first = parseMonth('2024-01');
if (!first) throw new Error('2024-01 is a month');
const item = (at: number, of: 'green' | 'amber' | 'red'): RatingItem => ({
  ...{ metric: 'ehcp.active', name: 'EHCPs', dimensions: {}, rating: of, reasons: [] },
  period: addMonths(first, at),
});
const input = (rated: readonly RatingItem[], before?: EarlierAnswers) => ({
  ...{ now: rated.slice(-1), history: rated, before, series: [], input: 'hash' },
  recordedAt: '2025-01-09T09:00:00.000Z',
});

describe('laws', () => {
  test('changes form a chain: each begins with what the one before ended with, and none stays where it was', () => {
    fc.assert(
      fc.property(
        fc.array(rating, { minLength: 1, maxLength: 20 }),
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 6 }),
        (all, steps) => {
          let shown = 0;
          let answers: EarlierAnswers | undefined;
          for (const step of steps) {
            shown = Math.min(all.length, shown + step);
            if (shown === 0) continue;
            const rated = all.slice(0, shown).map((each, at) => item(at, each));
            answers = { items: rated.slice(-1), changes: ratingChanges(input(rated, answers)) };
          }
          const changes = answers?.changes ?? [];
          changes.forEach((change, at) => {
            expect(change.from).toBe(changes[at - 1]?.to ?? null);
            expect(change.from).not.toBe(change.to);
          });
          // However many months each file brought, the history is that of the months.
          const once = all.slice(0, shown).map((each, at) => item(at, each));
          if (shown > 0) expect(changes).toEqual(ratingChanges(input(once)));
        },
      ),
    );
  });

  test('a measure whose figures are gone is no longer rated, and told so once', () => {
    const before = { items: [item(0, 'red')], changes: ratingChanges(input([item(0, 'red')])) };
    const gone = ratingChanges({ ...input([], before), now: [] });
    expect(gone.at(-1)).toMatchObject({ from: 'red', to: null, period: null, knownAt: null });
    expect(ratingChanges({ ...input([], { items: [], changes: gone }), now: [] })).toEqual(gone);
  });
});
