import { describe, expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import { quarantinedFile } from '../../shared/alerting/file-condition.ts';
import type { DropState } from '../../shared/facts/drop.ts';
import { links, told } from './conditions.ts';

function file(state: DropState, deleted = false) {
  return quarantinedFile({
    drop: {
      id: '20250109T090000123Z-1f0c9a',
      area: 'E06000054',
      feed: 'send-monthly',
      key: 'E06000054/send-monthly/2025 01.csv',
      ...{ state, deleted },
    },
    problemCode: state === 'quarantined' ? 'no-rows' : null,
    links,
  });
}

describe('a quarantined file', () => {
  test('is a warning for data quality that names file, code and report, and how to mend it', () => {
    const condition = file('quarantined');
    expect(condition).toMatchObject({
      dedupKey: 'E06000054.file.E06000054~2Fsend-monthly~2F2025~2001.csv',
      ...{ topic: 'data-quality', severity: 'warning', state: 'breach', metric: null, rating: null },
      title: 'File E06000054/send-monthly/2025 01.csv is in quarantine: no-rows',
    });
    expect(condition.reasons[0]?.text).toContain('Its report 20250109T090000123Z-1f0c9a says what to mend');
  });

  test.each([
    ['accepted', 'clear'],
    ['accepted-with-problems', 'clear'],
    ['received', 'unknown'],
    ['processing', 'unknown'],
    ['failed', 'unknown'],
  ] as const)('whose latest version is %s is %s', (state, expected) => {
    expect(file(state).state).toBe(expected);
  });

  test('that is deleted is clear', () => {
    expect(file('accepted', true)).toMatchObject({
      state: 'clear',
      title: 'File E06000054/send-monthly/2025 01.csv was deleted',
    });
  });

  test('alerts once and resolves when a later version is accepted', () => {
    const now = new Date('2025-01-09T00:00:00Z');
    const fired = advance([], [file('quarantined')], now);
    const retried = advance(fired.alerts, [file('processing')], now);
    const mended = advance(retried.alerts, [file('accepted')], now);
    expect(told([...fired.messages, ...retried.messages, ...mended.messages])).toEqual([
      'trigger warning',
      'resolve',
    ]);
  });

  test('that was always fine has no alert', () => {
    expect(advance([], [file('accepted')], new Date(0))).toEqual({ alerts: [], messages: [] });
  });
});
