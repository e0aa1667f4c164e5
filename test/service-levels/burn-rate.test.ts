import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUDGET_DAYS, type BurnAlarm, burnAlarms, LEAST_BAD } from '../../shared/service-levels/burn-rate.ts';
import { objectives } from '../../shared/service-levels/objectives.ts';

type Minute = { readonly all: number; readonly bad: number };

/** As the two alarms of the platform judge: each window is the sum of its minutes. */
function rings({ long, short, badShare }: BurnAlarm, history: readonly Minute[]): boolean {
  return [
    { minutes: long, least: LEAST_BAD },
    { minutes: short, least: 1 },
  ].every(({ minutes, least }) => {
    const within = history.slice(-minutes);
    const bad = within.reduce((sum, each) => sum + each.bad, 0);
    const all = within.reduce((sum, each) => sum + each.all, 0);
    return bad >= least && bad / all >= badShare;
  });
}

const steady = (minutes: number, all: number, share: number): Minute[] =>
  Array.from({ length: minutes }, () => ({ all, bad: all * share }));

/** Minutes after the beginning of a trouble at which the alarm rings first; undefined when it does not. */
function firstRing(alarm: BurnAlarm, share: number, all = 1000): number | undefined {
  const history = steady(alarm.long, all, 0);
  for (let minute = 1; minute <= 2 * alarm.long; minute += 1) {
    history.push({ all, bad: all * share });
    if (rings(alarm, history)) return minute;
  }
  return undefined;
}

const targets = Object.values(objectives).map(({ id, target }) => ({ id, target }));

test('the thresholds are those of the workbook', () => {
  const { fast, slow } = burnAlarms({ target: 0.999 });
  expect(fast.burnRate).toBeCloseTo(14.4, 9);
  expect(slow.burnRate).toBeCloseTo(6, 9);
  expect(fast.badShare).toBeCloseTo(0.0144, 9);
  expect(slow.badShare).toBeCloseTo(0.006, 9);
});

describe.each(targets)('$id', ({ target }) => {
  const alarms = Object.values(burnAlarms({ target }));

  test('a share of bad events that keeps the promise never rings', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1 - target, noNaN: true }), (share) => {
        for (const alarm of alarms) expect(firstRing(alarm, share)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('a trouble rings before it has spent a tenth of the budget of the month, and the worse the sooner', () => {
    const { fast, slow } = burnAlarms({ target });
    fc.assert(
      fc.property(fc.double({ min: slow.badShare * 1.01, max: 1, noNaN: true }), (share) => {
        const times = [fast, slow].flatMap((alarm) => firstRing(alarm, share) ?? []);
        const first = Math.min(...times);
        // Of 1,000 events a minute.
        const spent = (first * share) / ((1 - target) * BUDGET_DAYS * 24 * 60);
        expect(spent).toBeLessThanOrEqual(0.1);
        const worse = Math.min(
          ...[fast, slow].flatMap((alarm) => firstRing(alarm, Math.min(1, share * 1.5)) ?? []),
        );
        expect(worse).toBeLessThanOrEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  test('it ends within the short window of the cause', () => {
    for (const alarm of alarms) {
      const trouble = [...steady(alarm.long, 1000, 0), ...steady(alarm.long, 1000, 1)];
      expect(rings(alarm, trouble)).toBe(true);
      expect(rings(alarm, [...trouble, ...steady(alarm.short, 1000, 0)])).toBe(false);
    }
  });

  test('a single failure in a quiet night rings nothing', () => {
    for (const alarm of alarms) {
      const night = [...steady(alarm.long, 0, 0), { all: 1, bad: 1 }];
      expect(rings(alarm, night)).toBe(false);
    }
  });
});

test('an API that is down altogether rings within the first minute', () => {
  expect(firstRing(burnAlarms(objectives['api-availability']).fast, 1)).toBe(1);
});
