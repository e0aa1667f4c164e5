import * as z from 'zod';
import { REMINDERS, settledForAlerts } from '../../recompute/settled.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, noQuery, unknownArea } from '../parameters.ts';
import { actionWithBody, answer, refused, route } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';

const days = z.int().min(1).max(250).nullable();
const critical = days.describe('Working days until the first reminder of a critical alert; null: never');
const warning = days.describe('The same for a warning');

const reminderDaysSchema = z
  .object({
    ...{ area: z.string(), critical, warning },
    version: z.int().describe('0 where nobody has written one: the usual days'),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReminderDays' });

const givenSchema = z
  .strictObject({ critical, warning, version: z.int().min(0).default(0) })
  .meta({ id: 'ReminderDaysChange' });

const params = z.object({ area: areaParameter });

/** After how many working days receivers are reminded. */
export const getReminderDays = route({
  method: 'GET',
  path: '/areas/{area}/reminder-days',
  summary: 'After how many working days an alert that nobody has taken on is told of again',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: reminderDaysSchema,
  scopes: ['read'],
  handle: async ({ params: { area }, query, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await settingsAsOf(area, query.asOf, ports);
    return 'status' in found ? refused(found) : answer(described(area, found.settings));
  },
});

/** Says after how many working days receivers are reminded. */
export const putReminderDays = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/reminder-days',
  summary: 'Say after how many working days an alert that nobody has taken on is told of again',
  params,
  query: noQuery,
  body: givenSchema,
  response: reminderDaysSchema,
  scopes: ['operate'],
  handle: async ({ params: { area }, body: { version: seen, ...body }, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const written = await settle({ area, kind: 'reminder', id: REMINDERS, body, seen }, caller, ports);
    return 'status' in written ? refused(written) : answer(described(area, [written]));
  },
});

function described(area: string, settings: readonly Setting[]): z.input<typeof reminderDaysSchema> {
  const latest = latestSetting(settings, 'reminder', REMINDERS);
  const { critical: urgent, warning: other } = settledForAlerts(settings, null).reminderDays;
  const { version = 0, by = null, at = null } = latest ?? {};
  return { area, critical: urgent, warning: other, version, by, at };
}
