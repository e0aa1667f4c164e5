import * as z from 'zod';
import type { Settled } from '../alerting/advance.ts';
import type { Acknowledgement } from '../alerting/alert.ts';
import { severities, topics } from '../alerting/condition.ts';
import { usualReminderDays } from '../alerting/remind.ts';
import type { Silence } from '../alerting/silence.ts';
import { latestSetting, type Setting, type SettingKind } from '../settings/setting.ts';
import { periodSchema } from './period-schema.ts';

const instant = z.iso.datetime();

/** What an acknowledgement says; `by` is a role where one was given, else it is whoever wrote it. */
export const acknowledgementBodySchema = z.object({
  by: z.string().nullable(),
  note: z.string().nullable(),
  until: instant.nullable(),
  seen: z.object({
    severity: z.enum(severities),
    limitPassed: z.boolean(),
    since: periodSchema.nullable(),
  }),
});

export const silenceBodySchema = z.object({
  match: z.object({
    alert: z.string().exactOptional(),
    metric: z.string().exactOptional(),
    topic: z.enum(topics).exactOptional(),
    severity: z.enum(severities).exactOptional(),
  }),
  reason: z.string(),
  until: instant,
});

const days = z.int().min(1).max(250).nullable();
export const reminderBodySchema = z.object({ critical: days, warning: days });

/** The id under which a council's one setting of reminders is kept. */
export const REMINDERS = 'days';

/** What people have settled about alerts. */
export function settledForAlerts(settings: readonly Setting[], input: string | null): Settled {
  const reminders = latestSetting(settings, 'reminder', REMINDERS);
  return {
    acknowledgements: latestOf(settings, 'acknowledgement').map(acknowledgementOf),
    silences: latestOf(settings, 'silence').map(silenceOf),
    reminderDays: reminders
      ? { ...usualReminderDays, ...reminderBodySchema.parse(reminders.body) }
      : usualReminderDays,
    input,
  };
}

/** The latest version of each setting of a kind. */
export function latestOf(settings: readonly Setting[], kind: SettingKind): readonly Setting[] {
  const ids = new Set(settings.filter((each) => each.kind === kind).map(({ id }) => id));
  return [...ids].sort().flatMap((id) => latestSetting(settings, kind, id) ?? []);
}

/** An acknowledgement as it was written. */
export function acknowledgementOf({ id, version, by, at, body }: Setting): Acknowledgement {
  const said = acknowledgementBodySchema.parse(body);
  return {
    dedupKey: id,
    version,
    by: said.by ?? by,
    note: said.note,
    at,
    until: said.until,
    seen: said.seen,
  };
}

function silenceOf({ id, at, body }: Setting): Silence {
  const { match, until } = silenceBodySchema.parse(body);
  return { id, match, at, until };
}
