import { expect, test } from 'vitest';
import { deliveryOf } from '../../shared/alerting/delivery.ts';

const critical = { severity: 'critical', limitPassed: false } as const;
const warning = { severity: 'warning', limitPassed: false } as const;
const passed = { severity: 'critical', limitPassed: true } as const;
const at = (text: string) => new Date(text);

test('a passed limit pages at any hour', () => {
  expect(deliveryOf(passed, at('2025-01-11T02:00:00Z'))).toEqual({
    ...{ deliver: 'page', deliverAt: '2025-01-11T02:00:00.000Z' },
  });
});

test('critical is told at once in working hours', () => {
  expect(deliveryOf(critical, at('2025-01-09T09:00:00Z')).deliver).toBe('now');
  expect(deliveryOf(critical, at('2025-01-09T16:59:00Z')).deliver).toBe('now');
});

test('critical out of hours waits for the next working morning', () => {
  const cases = [
    ['2025-01-09T17:00:00Z', '2025-01-10T09:00:00.000Z'],
    ['2025-01-09T02:15:00Z', '2025-01-09T09:00:00.000Z'],
    // A Friday night; summer time; the eve of Good Friday 2025, with Easter Monday after it.
    ['2025-01-10T18:00:00Z', '2025-01-13T09:00:00.000Z'],
    ['2025-06-10T02:15:00Z', '2025-06-10T08:00:00.000Z'],
    ['2025-04-17T20:00:00Z', '2025-04-22T08:00:00.000Z'],
  ] as const;
  for (const [now, deliverAt] of cases)
    expect(deliveryOf(critical, at(now))).toEqual({ deliver: 'next-working-morning', deliverAt });
});

test('a warning waits for the next working morning, also in working hours', () => {
  expect(deliveryOf(warning, at('2025-01-09T10:00:00Z'))).toEqual({
    ...{ deliver: 'next-working-morning', deliverAt: '2025-01-10T09:00:00.000Z' },
  });
});
