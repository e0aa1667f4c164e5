import * as z from 'zod';
import { severities, topics } from '../../alerting/condition.ts';
import { latestOf, silenceBodySchema } from '../../recompute/settled.ts';
import type { Setting } from '../../settings/setting.ts';
import { latestSetting } from '../../settings/setting.ts';
import { listOf, pageOf } from '../page.ts';
import {
  areaParameter,
  asOfParameter,
  metricParameter,
  noQuery,
  pageParameters,
  unknownFolder,
} from '../parameters.ts';
import { actionWithBody, answer, page, refused, route } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';
import { readUntil } from '../until.ts';

const MOST_DAYS = 90;

const matchSchema = z
  .strictObject({
    alert: z.string().max(200).exactOptional().describe('One alert, by its dedupKey'),
    metric: metricParameter.exactOptional(),
    topic: z.enum(topics).exactOptional(),
    severity: z.enum(severities).exactOptional(),
  })
  .refine((match) => Object.keys(match).length > 0, 'Name at least one of alert, metric, topic and severity')
  .meta({ description: 'The alerts that have all of this' });

const silenceSchema = z
  .object({
    id: z.string(),
    area: z.string(),
    match: z.object({
      alert: z.string().exactOptional(),
      metric: z.string().exactOptional(),
      topic: z.enum(topics).exactOptional(),
      severity: z.enum(severities).exactOptional(),
    }),
    reason: z.string(),
    until: z.iso.datetime(),
    active: z.boolean().describe('Whether it is in force now; with `asOf`, at the end of that day'),
    by: z.string(),
    at: z.iso.datetime(),
    version: z.int(),
  })
  .meta({ id: 'Silence' });

const givenSchema = z
  .strictObject({
    match: matchSchema,
    reason: z.string().trim().min(1, 'Say why: whoever asks later must be able to read it').max(1000),
    until: z
      .string()
      .describe(`A day or an instant, at most ${MOST_DAYS} days ahead; "now" ends a silence that there is`),
    version: z.int().min(0).default(0).describe('The version that you have read, 0 where there was none'),
  })
  .meta({ id: 'SilenceChange' });

/** The silences of an area, those that are over included, the one written last first. */
export const listSilences = route({
  method: 'GET',
  path: '/areas/{area}/silences',
  summary: 'Silences, past and present',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(silenceSchema),
  scopes: ['read'],
  handle: async ({ params: { area }, query, ports }) => {
    const unknown = unknownFolder(area, ports);
    if (unknown) return refused(unknown);
    const found = await settingsAsOf(area, query.asOf, ports);
    if ('status' in found) return refused(found);
    const silences = latestOf(found.settings, 'silence')
      .map((setting) => described(setting, found.at))
      .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1));
    return page(pageOf(silences, query, ({ id }) => id));
  },
});

/** Silences alerts until an end. What is over is told all the same, and what still fires then is told then. */
export const putSilence = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/silences/{id}',
  summary: 'Send no message about some alerts until an end',
  params: z.object({
    area: areaParameter,
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'Name a silence with letters, digits, dots and hyphens.')
      .meta({ description: 'A name of your own, `half-term`' }),
  }),
  query: noQuery,
  body: givenSchema,
  response: silenceSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, id }, body, caller, ports }) => {
    const unknown = unknownFolder(area, ports);
    if (unknown) return refused(unknown);
    const now = ports.clock.now();
    const ends = body.until === 'now' && latestSetting(await ports.settings.list(area), 'silence', id);
    const until = ends ? now : readUntil(body.until, now, MOST_DAYS);
    if ('status' in until) return refused(until);
    const { match, reason, version: seen } = body;
    const written = await settle(
      { area, kind: 'silence', id, body: { match, reason, until: until.toISOString() }, seen },
      caller,
      ports,
    );
    return 'status' in written ? refused(written) : answer(described(written, now));
  },
});

function described(setting: Setting, now: Date): z.input<typeof silenceSchema> {
  const { id, area, by, at, version } = setting;
  const { match, reason, until } = silenceBodySchema.parse(setting.body);
  return { id, area, match, reason, until, active: new Date(until) > now, by, at, version };
}
