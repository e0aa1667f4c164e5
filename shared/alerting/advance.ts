import { acknowledged } from './acknowledge.ts';
import type { Acknowledgement, AlertMessage, AlertState } from './alert.ts';
import { type Condition, compareSeverity, type Subject } from './condition.ts';
import { messageOf } from './message.ts';

export type Advance = { readonly alerts: readonly AlertState[]; readonly messages: readonly AlertMessage[] };

type Step = { readonly alert: AlertState | undefined; readonly message?: AlertMessage };

/**
 * The alerts after a run, and what receivers must be told: a trigger when a breach begins, one more when it gets
 * worse, a resolve when it is over, nothing in between and nothing for the same conditions again. A condition that
 * is unknown or no longer found leaves its alert as it was. Alerts come sorted by `dedupKey`, messages with
 * them. Two conditions of one `dedupKey` are a mistake of the caller and throw.
 */
export function advance(
  previous: readonly AlertState[],
  conditions: readonly Condition[],
  now: Date,
  acknowledgements: readonly Acknowledgement[] = [],
): Advance {
  const at = now.toISOString();
  const alerts = new Map(previous.map((alert) => [alert.dedupKey, alert]));
  const found = byKey(conditions);
  const keys = [...new Set([...alerts.keys(), ...found.keys()])].sort();
  const steps = keys.map((key): Step => {
    const step = next(alerts.get(key), found.get(key), at);
    if (step.message !== undefined || step.alert === undefined) return step;
    const { alert, accepted } = acknowledged(step.alert, acknowledgements, at);
    return accepted ? { alert, message: messageOf(alert, 'acknowledge', at) } : { alert };
  });
  return {
    alerts: steps.flatMap(({ alert }) => (alert === undefined ? [] : [alert])),
    messages: steps.flatMap(({ message }) => (message === undefined ? [] : [message])),
  };
}

function next(alert: AlertState | undefined, condition: Condition | undefined, at: string): Step {
  if (condition === undefined || condition.state === 'unknown') return { alert };
  return alert !== undefined && (alert.state === 'firing' || alert.state === 'acknowledged')
    ? whileOpen(alert, condition, at)
    : whileShut(alert, condition, at);
}

function whileShut(alert: AlertState | undefined, condition: Condition, at: string): Step {
  const subject = subjectOf(condition, alert);
  const transition = alert?.transition ?? 0;
  if (condition.state === 'breach') {
    const opened = { openedAt: at, changedAt: at, acknowledgement: null };
    return told({ ...subject, state: 'firing', transition: transition + 1, ...opened });
  }
  if (condition.state === 'pending') {
    const changedAt = alert?.state === 'pending' ? alert.changedAt : at;
    const waiting = { openedAt: null, changedAt, acknowledgement: null };
    return { alert: { ...subject, state: 'pending', transition, ...waiting } };
  }
  // A breach that was never confirmed leaves no trace; a key that was once told of stays, resolved.
  if (alert?.state !== 'pending') return { alert };
  return { alert: transition === 0 ? undefined : { ...alert, ...subject, state: 'resolved', changedAt: at } };
}

function whileOpen(alert: AlertState, condition: Condition, at: string): Step {
  const present = { ...alert, ...subjectOf(condition, alert) };
  const transition = alert.transition + 1;
  if (condition.state === 'clear') {
    // With the severity that was told: whoever was called out is called off.
    return told({ ...present, severity: alert.severity, state: 'resolved', transition, changedAt: at });
  }
  if (compareSeverity(condition.severity, alert.severity) > 0) {
    return told({ ...present, state: 'firing', transition, changedAt: at, acknowledgement: null });
  }
  return { alert: { ...present, severity: alert.severity } };
}

function told(alert: AlertState): Step {
  const action = alert.state === 'resolved' ? 'resolve' : 'trigger';
  return { alert, message: messageOf(alert, action, alert.changedAt) };
}

function byKey(conditions: readonly Condition[]): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  for (const condition of conditions) {
    if (found.has(condition.dedupKey)) throw new Error(`Two conditions for one alert: ${condition.dedupKey}`);
    found.set(condition.dedupKey, condition);
  }
  return found;
}

/** The condition without its state; the rating before is that of the last run in which this alert had another. */
function subjectOf({ state: _, ...subject }: Condition, alert: AlertState | undefined): Subject {
  if (alert === undefined || alert.state === 'resolved') return subject;
  const previousRating = alert.rating === subject.rating ? alert.previousRating : alert.rating;
  return { ...subject, previousRating };
}
