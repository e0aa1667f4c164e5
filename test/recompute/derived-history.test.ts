import { expect, test } from 'vitest';
import { metrics } from '../../shared/catalogue/metrics.ts';
import type { Drop } from '../../shared/facts/drop.ts';
import { derivedHistory } from '../../shared/recompute/derived-history.ts';
import { actual, blockOf, dropOf } from '../facts/make.ts';
import { periodOf } from '../period/make.ts';

const key = 'E06000054/send-monthly/a.csv';
const knownAt = '2024-04-10T00:00:00.000Z';
const wanted = { metric: 'inmss.share', dimensions: {}, period: periodOf('2024-02') };

function history(drops: readonly Drop[], placed: readonly number[]) {
  const blocks = drops.flatMap((drop, at) =>
    drop.deleted
      ? []
      : [
          blockOf(drop, actual('ehcp.active'), { '2024-02': 6000 }),
          blockOf(drop, actual('inmss.placed'), { '2024-02': placed[at] ?? 0 }),
        ],
  );
  const shown = derivedHistory('E06000054', { drops, blocks }, metrics, wanted, new Date('2026-01-01'));
  return shown.map(({ point, current }) => [point.value, current]);
}

test('a value restated under the same known-at is in the history', () => {
  const first = dropOf({ key, position: 0, knownAt, receivedAt: '2025-01-09T09:00:00.000Z' });
  const second = dropOf({ key, position: 1, knownAt, receivedAt: '2025-01-09T09:05:00.000Z' });
  expect(history([second, first], [360, 300])).toEqual([
    [0.06, true],
    [0.05, false],
  ]);
});

test('what was retracted is no longer current', () => {
  const first = dropOf({ key, position: 0, knownAt });
  const marker = dropOf({ key, position: 1, deleted: true, knownAt: '2025-02-01T00:00:00.000Z' });
  expect(history([first, marker], [300])).toEqual([[0.05, false]]);
});
