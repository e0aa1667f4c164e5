import type { Acknowledgement, AlertState } from './alert.ts';
import { compareGravity, gravityOf } from './gravity.ts';

/**
 * The alert after the acknowledgements given so far, at an instant (ISO). The latest counts, once, for the breach that
 * its giver saw and for nothing worse; those of alerts that are not open do nothing. When its time is up the alert
 * fires again.
 */
export function acknowledged(
  alert: AlertState,
  acknowledgements: readonly Acknowledgement[],
  at: string,
): AlertState {
  if (alert.state !== 'firing' && alert.state !== 'acknowledged') return alert;
  const latest = acknowledgements
    .filter(({ dedupKey }) => dedupKey === alert.dedupKey)
    .reduce<Acknowledgement | undefined>(
      (a, b) => (a !== undefined && a.version > b.version ? a : b),
      undefined,
    );
  if (latest !== undefined && countsFor(alert, latest, at)) {
    const { version } = latest;
    return {
      ...alert,
      state: 'acknowledged',
      changedAt: at,
      acknowledgement: latest,
      acknowledgedUpTo: version,
    };
  }
  if (alert.acknowledgement === null || !isOver(alert.acknowledgement, at)) return alert;
  return { ...alert, state: 'firing', changedAt: at, acknowledgement: null };
}

/** Whether an acknowledgement that has not counted yet is of this breach, as it now stands. */
export function countsFor(alert: AlertState, given: Acknowledgement, at: string): boolean {
  if (given.version <= alert.acknowledgedUpTo || isOver(given, at)) return false;
  if (compareGravity(given.seen, gravityOf(alert)) < 0) return false;
  // Alerts made anew from the files open later than what was said of them: those are known by their first period.
  const opened = Date.parse(alert.openedAt ?? at);
  return Date.parse(given.at) >= opened || given.seen.since === alert.since;
}

function isOver({ until }: Acknowledgement, at: string): boolean {
  return until !== null && Date.parse(until) <= Date.parse(at);
}
