import { acknowledged } from './acknowledge.ts';
import type { Acknowledgement, AlertMessage, AlertState } from './alert.ts';
import type { Condition } from './condition.ts';
import { gravityOf } from './gravity.ts';
import { recorded } from './history.ts';
import { nextState } from './next-state.ts';
import { type ReminderDays, usualReminderDays } from './remind.ts';
import { type Silence, silenceOf } from './silence.ts';
import { tell } from './tell.ts';

export type Advance = { readonly alerts: readonly AlertState[]; readonly messages: readonly AlertMessage[] };

/** What people have settled about alerts, and what the run is made from. */
export type Settled = {
  readonly acknowledgements: readonly Acknowledgement[];
  readonly silences: readonly Silence[];
  readonly reminderDays: ReminderDays;
  /** Hash of all that goes into the run, for the history; null outside of runs. */
  readonly input: string | null;
};

export const nothingSettled: Settled = {
  acknowledgements: [],
  silences: [],
  reminderDays: usualReminderDays,
  input: null,
};

/**
 * The alerts after a run, and what receivers must be told: a trigger when a breach begins, one more when it gets
 * worse, an acknowledge when somebody has taken it on, a resolve when it is over; nothing in between and nothing for
 * the same conditions again, but a reminder after days. A condition that is unknown or no longer found leaves its alert
 * as it was. Alerts come sorted by `dedupKey`, messages with them. Two conditions of one `dedupKey` are a mistake of
 * the caller and throw.
 */
export function advance(
  previous: readonly AlertState[],
  conditions: readonly Condition[],
  now: Date,
  settled: Settled = nothingSettled,
): Advance {
  const alerts = new Map(previous.map((alert) => [alert.dedupKey, alert]));
  const found = byKey(conditions);
  const keys = [...new Set([...alerts.keys(), ...found.keys()])].sort();
  const steps = keys.flatMap((key) => step(alerts.get(key), found.get(key), now, settled) ?? []);
  return {
    alerts: steps.map(({ alert }) => alert),
    messages: steps.flatMap(({ message }) => (message === undefined ? [] : [message])),
  };
}

function step(before: AlertState | undefined, condition: Condition | undefined, now: Date, settled: Settled) {
  const at = now.toISOString();
  const next = nextState(before, condition, at);
  if (next === undefined) return undefined;
  const taken = acknowledged(next, settled.acknowledgements, at);
  const isOpen = taken.state === 'firing' || taken.state === 'acknowledged';
  const alert: AlertState = {
    ...taken,
    silencedBy: isOpen ? silenceOf(taken, settled.silences, at) : null,
    inhibitedBy: isOpen
      ? condition === undefined
        ? taken.inhibitedBy
        : (condition.inhibitedBy ?? null)
      : null,
  };
  // A file that is late explains much, but never that a limit has been passed.
  const inhibited = alert.inhibitedBy !== null && !gravityOf(alert).limitPassed;
  const told = tell(alert, alert.silencedBy !== null || inhibited, now, settled.reminderDays);
  return { ...told, alert: recorded(before, told, at, settled.input) };
}

function byKey(conditions: readonly Condition[]): ReadonlyMap<string, Condition> {
  const found = new Map<string, Condition>();
  for (const condition of conditions) {
    if (found.has(condition.dedupKey)) throw new Error(`Two conditions for one alert: ${condition.dedupKey}`);
    found.set(condition.dedupKey, condition);
  }
  return found;
}
