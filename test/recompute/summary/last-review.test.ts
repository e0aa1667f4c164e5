import { describe, expect, test } from 'vitest';
import { metrics } from '../../../shared/catalogue/metrics.ts';
import { latestChanges } from '../../../shared/recompute/summary/changes.ts';
import { lastReview } from '../../../shared/recompute/summary/last-review.ts';
import { actual, blockOf, dropOf } from '../../facts/make.ts';

const now = new Date('2025-02-09T10:00:00.000Z');
const report = { ...dropOf({ key: 'r', knownAt: '2024-12-11T00:00:00.000Z' }), feed: 'report-narrative' };
const meetings = [
  { committee: 'Children’s Select Committee', date: '2025-01-15' },
  { committee: 'Children’s Select Committee', date: '2025-03-12' },
];

describe('when councillors last had all figures before them', () => {
  test('is the last meeting that has been, not the next', () => {
    expect(lastReview(meetings, [report], now)).toMatchObject({
      of: 'committee',
      at: '2025-01-15T00:00:00.000Z',
    });
  });

  test('before any meeting is the last report; without either, not known', () => {
    const earlier = new Date('2025-01-09T00:00:00.000Z');
    expect(lastReview(meetings, [report], earlier)).toMatchObject({ of: 'report', at: report.knownAt });
    expect(lastReview([], [], now)).toBeNull();
  });
});

test('what changed is what became known after the review, however many files came before and after', () => {
  const days = Array.from(
    { length: 28 },
    (_, at) => `2025-01-${String(at + 1).padStart(2, '0')}T00:00:00.000Z`,
  );
  const drops = days.map((knownAt, at) => dropOf({ key: `f${at}`, knownAt }));
  const months = days.map(
    (_, at) => `${2020 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
  );
  const blocks = drops.map((drop, at) =>
    blockOf(drop, actual('ehcp.active'), { [months[at] ?? '']: 100 + at }),
  );
  const reviewed = lastReview(meetings, drops, now);
  const { items, since } = latestChanges({ drops, blocks }, metrics, now, { reviewed });
  expect(since).toBe('2025-01-15T00:00:00.000Z');
  const found = items.filter(({ metric }) => metric === 'ehcp.active').map(({ period }) => period);
  expect(found.toSorted()).toEqual(months.slice(15));
});
