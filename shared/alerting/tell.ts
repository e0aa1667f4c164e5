import type { AlertMessage, AlertState, Told } from './alert.ts';
import { compareGravity, gravityOf } from './gravity.ts';
import { messageOf } from './message.ts';
import { isReminderDue, type ReminderDays } from './remind.ts';

export type Telling = { readonly alert: AlertState; readonly message?: AlertMessage };

/**
 * What receivers must be told of an alert as it stands, held against what they have been told. While it is withheld
 * nothing is, but that it is over: what is still so when that ends is told then. Who was never told that it began is
 * not told that it is over.
 */
export function tell(alert: AlertState, withheld: boolean, now: Date, days: ReminderDays): Telling {
  const { state, told } = alert;
  if (state === 'pending') return { alert };
  if (state === 'resolved') return told === null ? { alert } : counted(alert, 'resolve', null, now);
  if (withheld) return { alert };
  const gravity = gravityOf(alert);
  if (state === 'acknowledged') {
    const version = alert.acknowledgement?.version ?? 0;
    if (told === null || told.acknowledged === version) return { alert };
    return counted(alert, 'acknowledge', { ...told, action: 'acknowledge', acknowledged: version }, now);
  }
  const isNews = told === null || told.action === 'acknowledge' || compareGravity(gravity, told) > 0;
  if (isNews) {
    const since = { ...gravity, acknowledged: told?.acknowledged ?? 0, reminders: 0 };
    return counted(alert, 'trigger', { ...since, action: 'trigger', at: now.toISOString() }, now);
  }
  if (!isReminderDue(alert, days, now)) return { alert };
  const reminders = told.reminders + 1;
  return {
    alert: { ...alert, told: { ...told, reminders, at: now.toISOString() } },
    message: messageOf(alert, 'trigger', now, reminders),
  };
}

function counted(alert: AlertState, action: AlertMessage['action'], told: Told | null, now: Date): Telling {
  const next = { ...alert, transition: alert.transition + 1, told };
  return { alert: next, message: messageOf(next, action, now) };
}
