import type { Subject } from './condition.ts';

/** Who has taken an alert on. It stands until `until` (ISO; null: until the alert ends or gets worse). */
export type Acknowledgement = {
  readonly dedupKey: string;
  readonly by: string;
  readonly note: string | null;
  /** When it was given, ISO. */
  readonly at: string;
  readonly until: string | null;
};

/** An alert as it is kept in a run: plain JSON, the same for the same history of runs. */
export type AlertState = Subject & {
  /** `resolved` is kept, so that the transitions of a later breach go on counting. */
  readonly state: 'pending' | 'firing' | 'acknowledged' | 'resolved';
  /** Number of the last message sent; 0 when none was. */
  readonly transition: number;
  /** When it first fired in this breach, ISO; null while it never has. */
  readonly openedAt: string | null;
  /** When its state or severity last changed, ISO. */
  readonly changedAt: string;
  readonly acknowledgement: Acknowledgement | null;
};

/** One message to receivers. A message delivered twice has the same id. Source: contract, section 5. */
export type AlertMessage = Subject & {
  /** `dedupKey` and the transition's number, `E06000054.ehcp.active.plan.1`. */
  readonly id: string;
  readonly action: 'trigger' | 'acknowledge' | 'resolve';
  /** When the run was made that found it, ISO. */
  readonly at: string;
};
