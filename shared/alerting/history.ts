import type { AlertState, Transition } from './alert.ts';
import type { Telling } from './tell.ts';

/** The alert with one more line of its history when it has changed or somebody was told; `input` is the run's hash. */
export function recorded(
  before: AlertState | undefined,
  { alert, message }: Telling,
  at: string,
  input: string | null,
): AlertState {
  const changed =
    before?.state !== alert.state ||
    before.severity !== alert.severity ||
    before.acknowledgement?.version !== alert.acknowledgement?.version;
  if (!changed && message === undefined) return alert;
  const { severity, rating, period, value, acknowledgement } = alert;
  const isTaken = alert.state === 'acknowledged' && acknowledgement !== null;
  const transition: Transition = {
    ...{ at, from: before?.state ?? null, to: alert.state, severity, rating, period, value },
    message: message?.id ?? null,
    withheld: message === undefined ? withheldBy(alert) : null,
    by: isTaken ? acknowledgement.by : null,
    note: isTaken ? acknowledgement.note : null,
    reason: alert.reasons[0]?.text ?? alert.title,
    input,
  };
  return { ...alert, history: [...alert.history, transition] };
}

function withheldBy({ state, silencedBy, inhibitedBy }: AlertState): string | null {
  if (state !== 'firing' && state !== 'acknowledged') return null;
  if (silencedBy !== null) return `silence ${silencedBy}`;
  return inhibitedBy === null ? null : `alert ${inhibitedBy}`;
}
