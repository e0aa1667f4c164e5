import { describe, expect, test } from 'vitest';
import { advance, nothingSettled, type Settled } from '../../shared/alerting/advance.ts';
import type { Acknowledgement } from '../../shared/alerting/alert.ts';
import { parsePeriod } from '../../shared/period/period.ts';
import { told } from './conditions.ts';
import { amber, clear, dayAt, hour, one, red, runs } from './runs.ts';

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
