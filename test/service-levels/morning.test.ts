import { expect, test } from 'vitest';
import { morningOf } from '../../shared/service-levels/morning.ts';

test.each([
  ['the run of the night', '2025-02-17T02:15:00Z', '2025-02-18T02:15:00Z', 'in-time'],
  ['one at half past nine in England, in summer', '2025-06-10T02:00:00Z', '2025-06-11T08:30:00Z', 'in-time'],
  ['one at ten in England, in summer', '2025-06-10T02:00:00Z', '2025-06-11T09:00:00Z', 'late'],
  ['one at noon, for the night made none', '2025-02-17T02:15:00Z', '2025-02-18T12:00:00Z', 'late'],
  ['a second one of the day', '2025-02-18T02:15:00Z', '2025-02-18T12:00:00Z', undefined],
  ['one on a Sunday', '2025-02-15T02:15:00Z', '2025-02-16T12:00:00Z', undefined],
  ['one on a bank holiday', '2025-04-17T02:15:00Z', '2025-04-18T12:00:00Z', undefined],
])('%s', (_, before, now, expected) => {
  expect(morningOf(new Date(before), new Date(now))).toBe(expected);
});

test('the first run that there ever is', () => {
  expect(morningOf(undefined, new Date('2025-02-18T12:00:00Z'))).toBe('late');
});
