import * as z from 'zod';
import { dueDaysBodySchema, dueDaysOf, dueFeeds } from '../../recompute/due-days.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, noQuery, unknownArea } from '../parameters.ts';
import { actionWithBody, answer, refused, route } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';

const every = z
  .union([z.literal(1), z.literal(3)])
  .describe('1 for a file each month, 3 for one each quarter');
const workingDays = z
  .int()
  .min(1)
  .max(250)
  .nullable()
  .describe('Working days after the month or quarter; null: no file is awaited');
const grace = z.int().min(0).max(60).describe('Working days more before anybody is told');

const dueDaysSchema = z
  .object({
    ...{ area: z.string(), feed: z.string(), every, workingDays, grace },
    version: z.int().describe('0 where nobody has written one: the usual days'),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DueDays' });

const givenSchema = z
  .strictObject({
    every: every.exactOptional(),
    workingDays,
    grace: grace.exactOptional(),
    version: z.int().min(0).default(0),
  })
  .meta({ id: 'DueDaysChange' });

const params = z.object({
  area: areaParameter,
  feed: z
    .enum(dueFeeds, `Due days are of ${dueFeeds.join(', ')}: files of no other feed are awaited.`)
    .meta({ description: 'Feed, `send-monthly`' }),
});

/** When the files of a feed are due. */
export const getDueDays = route({
  method: 'GET',
  path: '/areas/{area}/due-days/{feed}',
  summary: 'When the files of a feed are due',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: dueDaysSchema,
  scopes: ['read'],
  handle: async ({ params: { area, feed }, query, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await settingsAsOf(area, query.asOf, ports);
    return 'status' in found ? refused(found) : answer(described(area, feed, found.settings));
  },
});

/** Says when the files of a feed are due. A feed that has never come is not late, whatever is settled. */
export const putDueDays = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/due-days/{feed}',
  summary:
    'Say when the files of a feed are due, in working days, and how long to wait before anybody is told',
  params,
  query: noQuery,
  body: givenSchema,
  response: dueDaysSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, feed }, body: { version: seen, ...given }, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const settings = await ports.settings.list(area);
    const body = dueDaysBodySchema.parse({ ...dueDaysOf(settings, feed), ...given });
    const written = await settle({ area, kind: 'due-days', id: feed, body, seen }, caller, ports);
    return 'status' in written ? refused(written) : answer(described(area, feed, [written]));
  },
});

function described(
  area: string,
  feed: (typeof dueFeeds)[number],
  settings: readonly Setting[],
): z.input<typeof dueDaysSchema> {
  const latest = latestSetting(settings, 'due-days', feed);
  const { version = 0, by = null, at = null } = latest ?? {};
  return { area, feed, ...dueDaysOf(settings, feed), version, by, at };
}
