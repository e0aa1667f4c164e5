import type { AlertState } from './alert.ts';
import type { Condition, Subject } from './condition.ts';
import { compareGravity, gravityOf } from './gravity.ts';

/**
 * The alert of a condition as a run finds it at an instant (ISO); whom it is told is another matter. A condition that is
 * unknown or no longer found leaves its alert as it was; undefined where there is none.
 */
export function nextState(
  alert: AlertState | undefined,
  condition: Condition | undefined,
  at: string,
): AlertState | undefined {
  if (condition === undefined || condition.state === 'unknown') return alert;
  return alert !== undefined && (alert.state === 'firing' || alert.state === 'acknowledged')
    ? whileOpen(alert, condition, at)
    : whileShut(alert, condition, at);
}

function whileShut(alert: AlertState | undefined, condition: Condition, at: string): AlertState | undefined {
  const shut = { ...(alert ?? neverFired), ...subjectOf(condition, alert) };
  switch (condition.state) {
    case 'breach':
      return { ...shut, state: 'firing', openedAt: at, changedAt: at, acknowledgement: null };
    case 'pending': {
      const changedAt = alert?.state === 'pending' ? alert.changedAt : at;
      return { ...shut, state: 'pending', openedAt: null, changedAt, acknowledgement: null };
    }
    case 'clear':
    case 'unknown':
      // A breach that was never confirmed leaves no trace; a key that was once told of stays, resolved.
      if (alert?.state !== 'pending') return alert;
      return alert.transition === 0 ? undefined : { ...shut, state: 'resolved', changedAt: at };
  }
}

function whileOpen(alert: AlertState, condition: Condition, at: string): AlertState {
  const present = { ...alert, ...subjectOf(condition, alert) };
  const { severity } = alert;
  if (condition.state === 'clear') {
    // With the severity that was told: whoever was called out is called off.
    return { ...present, severity, state: 'resolved', changedAt: at };
  }
  if (compareGravity(gravityOf(condition), gravityOf(alert)) > 0) {
    return { ...present, state: 'firing', changedAt: at, acknowledgement: null };
  }
  return { ...present, severity };
}

const neverFired = {
  transition: 0,
  openedAt: null,
  acknowledgement: null,
  acknowledgedUpTo: 0,
  told: null,
  silencedBy: null,
  inhibitedBy: null,
  history: [],
} as const;

/** What it is about; the rating before is that of the last run in which this alert had another. */
function subjectOf(
  { state: _, inhibitedBy: _by, ...subject }: Condition,
  alert: AlertState | undefined,
): Subject {
  if (alert === undefined || alert.state === 'resolved') return subject;
  const previousRating = alert.rating === subject.rating ? alert.previousRating : alert.rating;
  return { ...subject, previousRating };
}
