import type { AlertState } from './alert.ts';
import type { Severity, Topic } from './condition.ts';

/** A time without messages about some alerts. It always ends. */
export type Silence = {
  readonly id: string;
  /** What it is about: an alert has everything that is named here. */
  readonly match: {
    readonly alert?: string;
    readonly metric?: string;
    readonly topic?: Topic;
    readonly severity?: Severity;
  };
  /** From when, until when, ISO. */
  readonly at: string;
  readonly until: string;
};

/** The id of the silence that an alert lies under at an instant (ISO); null when there is none. */
export function silenceOf(alert: AlertState, silences: readonly Silence[], at: string): string | null {
  const now = Date.parse(at);
  const found = silences.find(
    ({ match, at: from, until }) =>
      Date.parse(from) <= now &&
      now < Date.parse(until) &&
      (match.alert === undefined || match.alert === alert.dedupKey) &&
      (match.metric === undefined || match.metric === alert.metric) &&
      (match.topic === undefined || match.topic === alert.topic) &&
      (match.severity === undefined || match.severity === alert.severity),
  );
  return found?.id ?? null;
}
