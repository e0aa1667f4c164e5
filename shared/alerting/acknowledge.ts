import type { Acknowledgement, AlertState } from './alert.ts';

/**
 * The alert after the acknowledgements given so far, at an instant (ISO). One counts once, for the breach and
 * severity that its giver saw: those from before the alert fired or got worse do nothing, nor do those of alerts
 * that are not open. When its time is up the alert fires again without a message.
 */
export function acknowledged(
  alert: AlertState,
  acknowledgements: readonly Acknowledgement[],
  at: string,
): { readonly alert: AlertState; readonly accepted: boolean } {
  if (alert.state !== 'firing' && alert.state !== 'acknowledged') return { alert, accepted: false };
  const seen = alert.acknowledgement?.at ?? alert.changedAt;
  const [latest] = acknowledgements
    .filter((given) => given.dedupKey === alert.dedupKey && isAfter(given.at, seen) && !isOver(given, at))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (latest !== undefined) {
    const transition = alert.transition + 1;
    return {
      alert: { ...alert, state: 'acknowledged', transition, changedAt: at, acknowledgement: latest },
      accepted: true,
    };
  }
  if (alert.acknowledgement === null || !isOver(alert.acknowledgement, at)) return { alert, accepted: false };
  return { alert: { ...alert, state: 'firing', changedAt: at, acknowledgement: null }, accepted: false };
}

function isOver({ until }: Acknowledgement, at: string): boolean {
  return until !== null && !isAfter(until, at);
}

function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b);
}
