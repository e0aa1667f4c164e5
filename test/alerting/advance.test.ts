import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, nothingSettled, type Settled } from '../../shared/alerting/advance.ts';
import type { Acknowledgement, AlertMessage, AlertState } from '../../shared/alerting/alert.ts';
import type { Condition } from '../../shared/alerting/condition.ts';
import type { Silence } from '../../shared/alerting/silence.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { condition, conditionOf, told } from './conditions.ts';

const DAY = 86_400_000;

function dayAt(index: number): Date {
  return new Date(Date.UTC(2025, 0, 9) + index * DAY);
}

function hour(count: number): Date {
  return new Date(dayAt(0).getTime() + count * 3_600_000);
}

/** Runs one after another, a day apart, each with its own conditions. */
function runs(each: readonly (readonly Condition[])[]): {
  alerts: readonly AlertState[];
  messages: readonly AlertMessage[];
} {
  let alerts: readonly AlertState[] = [];
  const messages = each.flatMap((conditions, index) => {
    const step = advance(alerts, conditions, dayAt(index));
    alerts = step.alerts;
    return step.messages;
  });
  return { alerts, messages };
}

const one = (change: Partial<Condition>) => [condition(change)];
const amber = one({ state: 'breach', severity: 'warning', rating: 'amber' });
const red = one({ state: 'breach', severity: 'critical', rating: 'red' });
const clear = one({ state: 'clear', rating: 'green', title: 'EHCPs, level with plan in March 2024: green' });
const pending = one({ state: 'pending' });
const unknown = one({ state: 'unknown' });

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

describe('an acknowledged alert', () => {
  const taken = (change: Partial<Acknowledgement> = {}): Settled => ({
    ...nothingSettled,
    acknowledgements: [
      {
        ...{ dedupKey: 'E06000054.ehcp.active.plan', version: 1, by: 'duty officer' },
        ...{ note: 'Asked the placement team', at: hour(1).toISOString(), until: null },
        seen: { severity: 'warning', limitPassed: false, since: null },
        ...change,
      },
    ],
  });
  const fired = runs([amber]).alerts;

  test('says so once, with who has it', () => {
    const first = advance(fired, amber, hour(24), taken());
    expect(first.messages).toMatchObject([
      {
        ...{ action: 'acknowledge', id: 'E06000054.ehcp.active.plan.2' },
        acknowledgement: { by: 'duty officer', note: 'Asked the placement team', until: null },
      },
    ]);
    expect(first.alerts).toMatchObject([{ state: 'acknowledged', acknowledgement: { by: 'duty officer' } }]);
    expect(advance(first.alerts, amber, dayAt(40), taken())).toEqual({ alerts: first.alerts, messages: [] });
  });

  test('opens again when it gets worse, and the old acknowledgement does not count for that', () => {
    const first = advance(fired, amber, dayAt(1), taken());
    const worse = advance(first.alerts, red, dayAt(2), taken());
    expect(told(worse.messages)).toEqual(['trigger critical']);
    expect(worse.alerts).toMatchObject([{ state: 'firing', acknowledgement: null }]);
    expect(advance(worse.alerts, red, dayAt(2), taken()).messages).toEqual([]);
  });

  test('does not count for what got worse before it was taken up', () => {
    const worse = advance(fired, red, dayAt(1), taken());
    expect(told(worse.messages)).toEqual(['trigger critical']);
    expect(worse.alerts).toMatchObject([{ state: 'firing' }]);
  });

  test('fires again, and says so, when its time is up', () => {
    const given = taken({ until: dayAt(3).toISOString() });
    const first = advance(fired, amber, dayAt(1), given);
    const later = advance(first.alerts, amber, dayAt(3), given);
    expect(told(later.messages)).toEqual(['trigger warning']);
    expect(later.alerts).toMatchObject([{ state: 'firing', acknowledgement: null, transition: 3 }]);
    expect(advance(later.alerts, amber, dayAt(4), given).messages).toEqual([]);
  });

  test('is that of the latest version, which may take it over', () => {
    const first = advance(fired, amber, dayAt(1), taken());
    const second = advance(first.alerts, amber, dayAt(2), taken({ version: 2, by: 'second' }));
    expect(told(second.messages)).toEqual(['acknowledge']);
    expect(second.alerts).toMatchObject([{ acknowledgement: { by: 'second' } }]);
    const over = advance(fired, amber, dayAt(1), taken({ until: hour(2).toISOString() }));
    expect(over).toEqual({ alerts: fired, messages: [] });
  });

  test('resolves like any other, and a later breach is not acknowledged by what was said of the first', () => {
    const first = advance(fired, amber, dayAt(1), taken());
    const over = advance(first.alerts, clear, dayAt(2), taken());
    expect(told(over.messages)).toEqual(['resolve']);
    const again = advance(over.alerts, amber, dayAt(3), taken());
    expect(told(again.messages)).toEqual(['trigger warning']);
    expect(again.alerts).toMatchObject([{ state: 'firing' }]);
  });

  test('that is not open cannot be acknowledged', () => {
    const resolved = runs([amber, clear]).alerts;
    expect(advance(resolved, clear, dayAt(3), taken())).toEqual({ alerts: resolved, messages: [] });
  });

  test('is so again when all is made anew from the files, by the first period of its breach', () => {
    const since = parsePeriod('2024-04') ?? null;
    const anew = one({ severity: 'warning', since });
    const known = taken({ seen: { severity: 'warning', limitPassed: false, since } });
    const made = advance([], anew, dayAt(9), known);
    expect(made.alerts).toMatchObject([{ state: 'acknowledged' }]);
    expect(made.messages).toEqual([]);
  });

  test('opens again when a limit that was feared is passed', () => {
    const feared = one({ severity: 'critical', rating: 'red' });
    const reason = { value: 1, bound: 0, difference: 1, since: null, text: 'Past its limit.' };
    const passed = one({
      severity: 'critical',
      rating: 'red',
      reasons: [{ rule: 'limit-passed', ...reason }],
    });
    const seen = { severity: 'critical', limitPassed: false, since: null } as const;
    const first = advance(runs([feared]).alerts, feared, dayAt(1), taken({ seen }));
    const worse = advance(first.alerts, passed, dayAt(2), taken({ seen }));
    expect(worse.messages).toMatchObject([{ action: 'trigger', deliver: 'page' }]);
  });
});

describe('an alert that nobody is told of', () => {
  const silenced = (until: Date): Settled => ({
    ...nothingSettled,
    silences: [
      {
        ...{ id: 'half-term', match: { metric: 'ehcp.active' } },
        ...{ at: dayAt(0).toISOString(), until: until.toISOString() },
      },
    ],
  });

  test('is told when its silence ends and it still fires', () => {
    const settled = silenced(dayAt(5));
    const begun = advance([], red, dayAt(1), settled);
    expect(begun.messages).toEqual([]);
    expect(begun.alerts).toMatchObject([{ state: 'firing', silencedBy: 'half-term', transition: 0 }]);
    expect(begun.alerts[0]?.history).toMatchObject([
      { to: 'firing', message: null, withheld: 'silence half-term' },
    ]);
    const after = advance(begun.alerts, red, dayAt(5), settled);
    expect(told(after.messages)).toEqual(['trigger critical']);
    expect(after.alerts).toMatchObject([{ silencedBy: null, transition: 1 }]);
  });

  test('is told to be over, silenced or not, when it was told to have begun', () => {
    const settled = silenced(dayAt(9));
    const over = advance(runs([red]).alerts, clear, dayAt(1), settled);
    expect(told(over.messages)).toEqual(['resolve']);
    const never = advance(advance([], red, dayAt(1), settled).alerts, clear, dayAt(2), settled);
    expect(never.messages).toEqual([]);
    expect(never.alerts).toMatchObject([{ state: 'resolved' }]);
  });

  test('is not told while a late or refused file explains it, but for a passed limit', () => {
    const inhibitedBy = 'E06000054.late.send-monthly.2025-01';
    const explained = one({ severity: 'critical', inhibitedBy });
    const begun = advance([], explained, dayAt(1));
    expect(begun.messages).toEqual([]);
    expect(begun.alerts).toMatchObject([{ state: 'firing', inhibitedBy }]);
    expect(told(advance(begun.alerts, red, dayAt(2)).messages)).toEqual(['trigger critical']);
    const reason = { value: 1, bound: 0, difference: 1, since: null, text: 'Past its limit.' };
    const passed = [{ rule: 'limit-passed', ...reason }];
    const page = advance([], one({ severity: 'critical', inhibitedBy, reasons: passed }), dayAt(1));
    expect(page.messages).toMatchObject([{ action: 'trigger', deliver: 'page' }]);
  });

  test('is matched by all that a silence names', () => {
    const about = (match: Silence['match']): Settled => {
      const [silence] = silenced(dayAt(9)).silences;
      return { ...nothingSettled, silences: silence === undefined ? [] : [{ ...silence, match }] };
    };
    const toldOf = (match: Silence['match']) => advance([], red, dayAt(1), about(match)).messages.length;
    expect(toldOf({ metric: 'ehcp.active', severity: 'critical', topic: 'on-call' })).toBe(0);
    expect(toldOf({ alert: 'E06000054.ehcp.active.plan' })).toBe(0);
    expect(toldOf({ metric: 'ehcp.active', severity: 'warning' })).toBe(1);
    expect(toldOf({ topic: 'data-quality' })).toBe(1);
  });
});

describe('a reminder', () => {
  test('comes after three working days, then after twice as many, of what nobody has taken on', () => {
    // 9 January 2025 is a Thursday.
    const days = Array.from({ length: 20 }, () => red);
    const { messages } = runs(days);
    const when = messages.map(({ id, at }) => [id.split('plan.')[1], at.slice(0, 10)]);
    expect(when).toEqual([
      ['1', '2025-01-09'],
      ['1.reminder-1', '2025-01-14'],
      ['1.reminder-2', '2025-01-22'],
    ]);
    expect(messages[1]).toMatchObject({
      action: 'trigger',
      reminder: 1,
      title: expect.stringMatching(/^Still open: /),
    });
  });

  test('comes later for a warning, never when told so, never twice a day', () => {
    const fired = runs([amber]).alerts;
    expect(advance(fired, amber, dayAt(13)).messages).toEqual([]);
    const due = advance(fired, amber, dayAt(14));
    expect(due.messages).toMatchObject([{ reminder: 1 }]);
    expect(advance(due.alerts, amber, dayAt(14)).messages).toEqual([]);
    expect(advance(fired, amber, dayAt(100), quiet).messages).toEqual([]);
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

const quiet = { ...nothingSettled, reminderDays: { critical: null, warning: null, info: null } };

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
