import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CannotStart } from '../../../local/cannot-start.ts';
import { firstOffset, type StartChoice } from '../../../local/clock/first-offset.ts';
import { startProductClock } from '../../../local/clock/product-clock.ts';
import { readStoredTime, type StoredTime } from '../../../local/clock/stored-time.ts';

const real = Date.UTC(2026, 10, 24, 12);
const withSamples: StartChoice = { samples: true, today: undefined };
const empty: StartChoice = { samples: false, today: undefined };

function startsAt(choice: StartChoice, stored?: StoredTime, realNow = real): string {
  return new Date(realNow + firstOffset(choice, stored, realNow)).toISOString();
}
function storedAt(time: string): StoredTime {
  return { offsetMs: Date.parse(time) - real, toldUntil: Date.parse(time) };
}

describe('where the clock starts', () => {
  test.each([
    ['with samples on the day of their source', withSamples, '2025-01-09T09:00:00.000Z'],
    ['empty on the real clock', empty, '2026-11-24T12:00:00.000Z'],
    ['at the day asked for', { samples: true, today: '2025-02-03' }, '2025-02-03T09:00:00.000Z'],
    ['at nine in England in summer', { samples: true, today: '2025-07-01' }, '2025-07-01T08:00:00.000Z'],
    [
      'before the samples when they are left out',
      { samples: false, today: '2024-02-03' },
      '2024-02-03T09:00:00.000Z',
    ],
  ])('a new data directory: %s', (_, choice, expected) => {
    expect(startsAt(choice)).toBe(expected);
  });

  test('a later start keeps the difference to the real clock', () => {
    const twoDaysOn = real + 2 * 86_400_000;
    expect(startsAt(withSamples, storedAt('2025-01-09T10:00:00Z'), twoDaysOn)).toBe(
      '2025-01-11T10:00:00.000Z',
    );
  });

  test('the day already reached goes on', () => {
    const today = { samples: true, today: '2025-02-03' };
    expect(startsAt(today, storedAt('2025-02-03T15:00:00Z'))).toBe('2025-02-03T15:00:00.000Z');
    expect(startsAt(today, storedAt('2025-02-03T15:00:00Z'), real + 86_400_000)).toBe(
      '2025-02-03T15:00:00.000Z',
    );
    expect(startsAt(today, storedAt('2025-02-03T07:00:00Z'))).toBe('2025-02-03T07:00:00.000Z');
  });

  test('samples are never put before the day of their source', () => {
    expect(startsAt(withSamples, storedAt('2024-05-01T09:00:00Z'))).toBe('2025-01-09T09:00:00.000Z');
  });

  test.each([
    ['a day before stored time', { samples: true, today: '2025-02-02' }, /has reached 2025-02-03/],
    ['a day before the samples', { samples: true, today: '2025-01-08' }, /samples were put on 2025-01-09/],
  ])('%s is refused', (_, choice, message) => {
    expect(() => startsAt(choice, storedAt('2025-02-03T15:00:00Z'))).toThrow(message);
  });

  test('the real clock behind stored time is refused, unless it was only corrected', () => {
    expect(() => startsAt(empty, storedAt('2030-01-01T00:00:00Z'))).toThrow(/Cannot use the real clock/);
    expect(startsAt(empty, storedAt('2026-11-24T12:00:05Z'))).toBe('2026-11-24T12:00:05.000Z');
  });
});

describe('time never runs backwards on a data directory', () => {
  const folders: string[] = [];
  // A killed process renews nothing: its timers must not fire here either.
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  test('over any sequence of starts, flags, stops, kills and corrections of the real clock', () => {
    const step = fc.record({
      samples: fc.boolean(),
      today: fc.option(fc.constantFrom('2025-01-09', '2025-02-03', '2025-02-04', '2027-01-01'), {
        nil: undefined,
      }),
      reads: fc.array(fc.integer({ min: -2000, max: 20_000 }), { maxLength: 5 }),
      killed: fc.boolean(),
      pause: fc.integer({ min: -60_000, max: 3 * 86_400_000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'bellwether-clock-'));
        folders.push(folder);
        let realNow = real;
        let latest = Number.NEGATIVE_INFINITY;
        for (const { samples, today, reads, killed, pause } of steps) {
          realNow += pause;
          let offset: number;
          try {
            offset = firstOffset({ samples, today }, readStoredTime(folder), realNow);
          } catch (thrown) {
            expect(thrown).toBeInstanceOf(CannotStart);
            continue;
          }
          const clock = startProductClock(folder, offset, { now: () => new Date(realNow) }, (text) => {
            throw new Error(text);
          });
          for (const passed of [0, ...reads]) {
            realNow += passed;
            const told = clock.now().getTime();
            expect(told).toBeGreaterThanOrEqual(latest);
            latest = told;
          }
          if (!killed) clock.stop();
        }
      }),
      { numRuns: 60 },
    );
  });
});
