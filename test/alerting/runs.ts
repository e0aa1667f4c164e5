import { advance, nothingSettled } from '../../shared/alerting/advance.ts';
import type { AlertMessage, AlertState } from '../../shared/alerting/alert.ts';
import type { Condition } from '../../shared/alerting/condition.ts';
import { condition } from './conditions.ts';

export const DAY = 86_400_000;

export function dayAt(index: number): Date {
  return new Date(Date.UTC(2025, 0, 9) + index * DAY);
}

export function hour(count: number): Date {
  return new Date(dayAt(0).getTime() + count * 3_600_000);
}

/** Runs one after another, a day apart, each with its own conditions. */
export function runs(each: readonly (readonly Condition[])[]): {
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

export const one = (change: Partial<Condition>) => [condition(change)];
export const amber = one({ state: 'breach', severity: 'warning', rating: 'amber' });
export const red = one({ state: 'breach', severity: 'critical', rating: 'red' });
export const clear = one({
  state: 'clear',
  rating: 'green',
  title: 'EHCPs, level with plan in March 2024: green',
});
export const pending = one({ state: 'pending' });
export const unknown = one({ state: 'unknown' });

/** Settings under which nobody is reminded. */
export const quiet = { ...nothingSettled, reminderDays: { critical: null, warning: null, info: null } };
