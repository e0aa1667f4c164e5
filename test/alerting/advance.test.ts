import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, nothingSettled, type Settled } from '../../shared/alerting/advance.ts';
import type { AlertMessage, AlertState } from '../../shared/alerting/alert.ts';
import { condition, conditionOf, told } from './conditions.ts';
import { amber, clear, dayAt, hour, one, pending, quiet, red, runs, unknown } from './runs.ts';

describe('an alert', () => {
  test('fires once for a breach, however often it is recomputed', () => {
    const { alerts, messages } = runs([red, red, red, red]);
    expect(told(messages)).toEqual(['trigger critical']);
    expect(messages[0]).toMatchObject({
      ...{ id: 'E06000054.ehcp.active.plan.1', action: 'trigger', dedupKey: 'E06000054.ehcp.active.plan' },
      at: '2025-01-09T00:00:00.000Z',
    });
    expect(alerts).toMatchObject([{ state: 'firing', transition: 1, openedAt: '2025-01-09T00:00:00.000Z' }]);
  });

  test('escalates once when it gets worse, and says nothing on the way back', () => {
    const { messages } = runs([amber, amber, red, amber, red, amber, clear]);
    expect(told(messages)).toEqual(['trigger warning', 'trigger critical', 'resolve']);
    expect(messages.map(({ id }) => id.split('.').at(-1))).toEqual(['1', '2', '3']);
    expect(messages.map(({ previousRating }) => previousRating)).toEqual([null, 'amber', 'amber']);
    expect(messages[2]).toMatchObject({
      severity: 'critical',
      rating: 'green',
      title: 'Resolved: EHCPs, level with plan in March 2024: green',
    });
  });

  test('goes on counting its transitions when it fires again', () => {
    const { messages } = runs([red, clear, clear, amber]);
    expect(messages.map(({ action, id }) => `${action} ${id.split('.').at(-1)}`)).toEqual([
      'trigger 1',
      'resolve 2',
      'trigger 3',
    ]);
  });

  test('that fires again has the rating before from the history, not from its last end', () => {
    const again = one({ severity: 'critical', rating: 'red', previousRating: 'amber' });
    expect(runs([red, clear, again]).messages.at(-1)).toMatchObject({
      rating: 'red',
      previousRating: 'amber',
    });
  });

  test('pending tells nobody, and leaves no trace when it clears', () => {
    expect(runs([pending, pending]).alerts).toMatchObject([
      { state: 'pending', transition: 0, openedAt: null, changedAt: '2025-01-09T00:00:00.000Z' },
    ]);
    expect(runs([pending, clear])).toEqual({ alerts: [], messages: [] });
    expect(told(runs([pending, amber]).messages)).toEqual(['trigger warning']);
    expect(runs([red, clear, pending, clear]).alerts).toMatchObject([{ state: 'resolved', transition: 2 }]);
  });

  test('once open is not set back by a breach that looks unconfirmed after a restatement', () => {
    const { alerts, messages } = runs([red, pending]);
    expect(told(messages)).toEqual(['trigger critical']);
    expect(alerts).toMatchObject([{ state: 'firing', severity: 'critical' }]);
  });

  test('keeps its last state without new data, and when its condition is no longer found', () => {
    const fired = runs([red]).alerts;
    expect(advance(fired, unknown, hour(9))).toEqual({ alerts: fired, messages: [] });
    expect(advance(fired, [], hour(9))).toEqual({ alerts: fired, messages: [] });
    expect(runs([unknown])).toEqual({ alerts: [], messages: [] });
  });

  test('shows the figures of the latest run while nothing is sent', () => {
    const { alerts } = runs([red, one({ severity: 'critical', rating: 'red', value: 1090, title: 'later' })]);
    expect(alerts).toMatchObject([{ value: 1090, title: 'later', transition: 1 }]);
  });

  test('is one for a dedupKey: two conditions of one key are a mistake', () => {
    expect(() => advance([], [...red, ...amber], dayAt(0))).toThrow('Two conditions for one alert');
  });
});

test('the history has each change with the hash of what caused it, and never loses a line', () => {
  const input = (hash: string): Settled => ({ ...nothingSettled, input: hash });
  const first = advance([], amber, dayAt(0), input('one'));
  const same = advance(first.alerts, amber, dayAt(1), input('two'));
  const worse = advance(same.alerts, red, dayAt(2), input('three'));
  const over = advance(worse.alerts, clear, dayAt(3), input('four'));
  expect(over.alerts[0]?.history).toMatchObject([
    { from: null, to: 'firing', severity: 'warning', input: 'one', message: 'E06000054.ehcp.active.plan.1' },
    { from: 'firing', to: 'firing', severity: 'critical', input: 'three' },
    { from: 'firing', to: 'resolved', input: 'four', message: 'E06000054.ehcp.active.plan.3' },
  ]);
});

describe('laws of alerts', () => {
  const aCondition = fc.record({
    dedupKey: fc.constantFrom('a.plan', 'b.plan', 'c.limit'),
    state: fc.constantFrom('clear', 'pending', 'breach', 'unknown'),
    severity: fc.constantFrom('warning', 'critical'),
    rating: fc.constantFrom('green', 'amber', 'red'),
  });
  const aRun = fc
    .uniqueArray(aCondition, { selector: ({ dedupKey }) => dedupKey, maxLength: 3 })
    .map((list) => list.map((change) => condition(change)));
  const history = fc.array(aRun, { maxLength: 25 });

  test('messages of a key are: trigger, perhaps one escalation to critical, resolve, and again', () => {
    fc.assert(
      fc.property(history, (each) => {
        const messages = runs(each).messages.filter(({ reminder }) => reminder === null);
        for (const [, own] of Map.groupBy(messages, ({ dedupKey }) => dedupKey)) {
          const line = told(own).join(', ');
          const breach = '(trigger warning(, trigger critical)?|trigger critical)';
          expect(line).toMatch(new RegExp(`^(${breach}, resolve(, |$))*(${breach})?$`));
          expect(own.map(({ id }) => id)).toEqual(
            own.map(({ dedupKey }, index) => `${dedupKey}.${index + 1}`),
          );
        }
      }),
    );
  });

  test('the same conditions again change nothing and send nothing', () => {
    fc.assert(
      fc.property(history, aRun, (each, last) => {
        const before = advance(runs(each).alerts, last, dayAt(50));
        expect(advance(before.alerts, last, dayAt(50))).toEqual({ alerts: before.alerts, messages: [] });
      }),
    );
  });

  test('a silence ends, and what then still fires has been told: exactly once, whatever happened under it', () => {
    fc.assert(
      fc.property(history, aRun, fc.nat(25), fc.nat(30), (each, last, from, length) => {
        const settled: Settled = {
          ...quiet,
          silences: [
            {
              id: 'all',
              match: {},
              at: dayAt(from).toISOString(),
              until: dayAt(from + length).toISOString(),
            },
          ],
        };
        let alerts: readonly AlertState[] = [];
        const sent: AlertMessage[] = [];
        for (const [index, conditions] of [...each, last].entries()) {
          const step = advance(alerts, conditions, dayAt(index), settled);
          if (index >= from && index < from + length)
            expect(step.messages.filter(({ action }) => action !== 'resolve')).toEqual([]);
          alerts = step.alerts;
          sent.push(...step.messages);
        }
        const after = advance(alerts, [], dayAt(100), settled);
        sent.push(...after.messages);
        const open = after.alerts.filter(({ state }) => state === 'firing');
        for (const { dedupKey, severity } of open)
          expect(sent.findLast((message) => message.dedupKey === dedupKey)).toMatchObject({
            ...{ action: 'trigger', severity },
          });
        expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
      }),
    );
  });

  test('at most one alert of a key, in order, and all of it survives JSON', () => {
    fc.assert(
      fc.property(history, (each) => {
        const { alerts } = runs(each);
        const keys = alerts.map(({ dedupKey }) => dedupKey);
        expect(keys).toEqual([...new Set(keys)].sort());
        expect(JSON.parse(JSON.stringify(alerts))).toEqual(alerts);
      }),
    );
  });

  test('unknown never opens, clears or changes an alert', () => {
    fc.assert(
      fc.property(history, aRun, (each, last) => {
        const { alerts } = runs(each);
        const nothingNew = last.map((one) => ({ ...one, state: 'unknown' as const }));
        expect(advance(alerts, nothingNew, dayAt(50), quiet)).toEqual({ alerts, messages: [] });
      }),
    );
  });

  test('figures that arrive month by month tell what the ratings of the whole say', () => {
    const percents = fc.array(fc.option(fc.double({ min: 0, max: 7, noNaN: true }), { freq: 6 }), {
      minLength: 1,
      maxLength: 18,
    });
    fc.assert(
      fc.property(percents, (months) => {
        const { alerts, messages } = runs(
          months.map((_, index) => [conditionOf(months.slice(0, index + 1))]),
        );
        const open = alerts.some(({ state }) => state === 'firing');
        expect(open).toBe(conditionOf(months).state === 'breach');
        // Between two resolves lies a month that breaches and one that keeps the bound, at the least.
        expect(told(messages).filter((line) => line === 'resolve').length).toBeLessThanOrEqual(
          months.length / 2,
        );
      }),
    );
  });
});
