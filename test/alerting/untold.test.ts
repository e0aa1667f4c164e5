import { describe, expect, test } from 'vitest';
import { advance, nothingSettled, type Settled } from '../../shared/alerting/advance.ts';
import type { Silence } from '../../shared/alerting/silence.ts';
import { told } from './conditions.ts';
import { amber, clear, dayAt, one, quiet, red, runs } from './runs.ts';

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
