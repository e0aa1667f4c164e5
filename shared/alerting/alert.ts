import type { Period } from '../period/period.ts';
import type { Severity, Subject } from './condition.ts';
import type { Deliver } from './delivery.ts';

/** How bad an alert is: its severity, and whether a limit has been passed, which outdoes any other. */
export type Gravity = { readonly severity: Severity; readonly limitPassed: boolean };

/**
 * Who has taken an alert on, and what they saw of it. It stands until `until` (ISO; null: until the alert ends or gets
 * worse).
 */
export type Acknowledgement = {
  readonly dedupKey: string;
  /** 1 for the first of this alert, one more for each that follows; the latest counts. */
  readonly version: number;
  /** A role, or the subject of the token. */
  readonly by: string;
  readonly note: string | null;
  /** When it was given, ISO. */
  readonly at: string;
  readonly until: string | null;
  readonly seen: Gravity & { readonly since: Period | null };
};

/** What receivers have been told of the present breach. */
export type Told = Gravity & {
  readonly action: 'trigger' | 'acknowledge';
  /** Version of the acknowledgement told of last; 0 when none was. */
  readonly acknowledged: number;
  /** When they were told last, ISO. */
  readonly at: string;
  /** How often they have been reminded since the last trigger. */
  readonly reminders: number;
};

export type AlertStateName = 'pending' | 'firing' | 'acknowledged' | 'resolved';

/** One change of an alert, or one message about it; never changed and never removed. */
export type Transition = {
  readonly at: string;
  readonly from: AlertStateName | null;
  readonly to: AlertStateName;
  readonly severity: Severity;
  readonly rating: Subject['rating'];
  readonly period: Period | null;
  readonly value: number | null;
  /** Id of the message that told of it; null when nobody was told. */
  readonly message: string | null;
  /** Why nobody was told, where a silence or the alert of a file was the reason. */
  readonly withheld: string | null;
  /** Who acknowledged, and what they said. */
  readonly by: string | null;
  readonly note: string | null;
  /** The first reason as it then stood, a sentence; null in what older versions kept. */
  readonly reason: string | null;
  /** Hash of all that went into the run that caused it; null outside of runs. */
  readonly input: string | null;
};

/** An alert as it is kept in a run: plain JSON, the same for the same history of runs. */
export type AlertState = Subject & {
  /** `resolved` is kept, so that the transitions of a later breach go on counting. */
  readonly state: AlertStateName;
  /** Number of the last message sent; 0 when none was. */
  readonly transition: number;
  /** When it first fired in this breach, ISO; null while it never has. */
  readonly openedAt: string | null;
  /** When its state or severity last changed, ISO. */
  readonly changedAt: string;
  readonly acknowledgement: Acknowledgement | null;
  /** Version of the last acknowledgement that has counted: none counts twice. */
  readonly acknowledgedUpTo: number;
  /** Null while nobody has been told of this breach. */
  readonly told: Told | null;
  /** The silence in force; null when there is none. */
  readonly silencedBy: string | null;
  /** The alert of a late or refused file that explains this one; null when there is none. */
  readonly inhibitedBy: string | null;
  /** The first change first. */
  readonly history: readonly Transition[];
};

/** One message to receivers. A message delivered twice has the same id. Source: contract, section 5. */
export type AlertMessage = Subject & {
  /** `dedupKey` and the transition's number, `E06000054.ehcp.active.plan.1`; of a reminder its number follows. */
  readonly id: string;
  readonly action: 'trigger' | 'acknowledge' | 'resolve';
  /** 1 and up for a reminder of what was told before; null otherwise. */
  readonly reminder: number | null;
  /** Who has taken it on, of an `acknowledge`. */
  readonly acknowledgement: {
    readonly by: string;
    readonly note: string | null;
    readonly until: string | null;
  } | null;
  readonly deliver: Deliver;
  /** When it should reach people, ISO: at once, or at the start of the next working day. */
  readonly deliverAt: string;
  /** When the run was made that found it, ISO. */
  readonly at: string;
};
