import { describe, expect, test } from 'vitest';
import { advance } from '../../shared/alerting/advance.ts';
import type { AlertMessage } from '../../shared/alerting/alert.ts';
import type { Condition } from '../../shared/alerting/condition.ts';
import { groupMessages } from '../../shared/alerting/group.ts';
import { condition } from './conditions.ts';

const NOW = new Date('2025-01-09T00:00:00Z');

function triggers(count: number, change: Partial<Condition> = {}, name = 'metric'): readonly AlertMessage[] {
  const conditions = Array.from({ length: count }, (_, index) =>
    condition({
      dedupKey: `E06000054.${name}-${index}.plan`,
      severity: index === 1 ? 'critical' : 'warning',
      ...change,
    }),
  );
  return advance([], conditions, NOW).messages;
}

describe('messages of one run', () => {
  test('come singly up to five triggers', () => {
    const five = triggers(5);
    expect(groupMessages(five)).toEqual(five);
  });

  test('come as one when more than five fire, the most severe first, under the worst severity', () => {
    const six = triggers(6);
    const [group, ...others] = groupMessages(six);
    expect(others).toEqual([]);
    if (group === undefined || !('alerts' in group)) throw new Error('Six triggers make a group');
    expect(group).toMatchObject({
      ...{ action: 'trigger', area: 'E06000054', topic: 'on-call', severity: 'critical' },
      title: '6 alerts for E06000054: 1 critical, 5 warning',
      at: NOW.toISOString(),
    });
    expect(group.alerts[0]?.severity).toBe('critical');
    expect(new Set(group.alerts)).toEqual(new Set(six));
    expect(group.id).toMatch(/^[A-Za-z0-9._~-]+$/);
  });

  test('have the same id on redelivery and another for other triggers', () => {
    const ids = [triggers(6), [...triggers(6)].reverse(), triggers(7)].map(
      (list) => groupMessages(list)[0]?.id,
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  test('are grouped for each area and topic by itself', () => {
    const mixed = [
      ...triggers(6),
      ...triggers(4, { topic: 'data-quality' }, 'file'),
      ...triggers(3, { area: 'E06000001' }, 'other'),
    ];
    const sent = groupMessages(mixed);
    expect(sent).toHaveLength(1 + 4 + 3);
    expect(sent.filter((message) => 'alerts' in message)).toHaveLength(1);
  });

  test('that resolve stay single beside a group', () => {
    const resolved = advance(
      advance([], [condition({ dedupKey: 'old' })], NOW).alerts,
      [condition({ dedupKey: 'old', state: 'clear' })],
      NOW,
    ).messages;
    const [first, second, ...others] = groupMessages([...resolved, ...triggers(6)]);
    expect(first).toEqual(resolved[0]);
    expect(second).toHaveProperty('alerts.length', 6);
    expect(others).toEqual([]);
  });

  test('that resolve stay single, however many', () => {
    const fired = Array.from({ length: 8 }, (_, index) => condition({ dedupKey: `m${index}` }));
    const { alerts } = advance([], fired, NOW);
    const { messages } = advance(
      alerts,
      fired.map((one) => ({ ...one, state: 'clear' as const })),
      NOW,
    );
    expect(messages).toHaveLength(8);
    expect(groupMessages(messages)).toEqual(messages);
  });
});
