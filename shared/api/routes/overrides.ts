import * as z from 'zod';
import { dayInLondon, endOfDay, parseDay } from '../../period/london.ts';
import { ratingSchema } from '../../recompute/rating-schema.ts';
import { overrideAt, overridesOf } from '../../settings/override.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, metricParameter, noQuery, unknownArea } from '../parameters.ts';
import { type Problem, problem } from '../problem.ts';
import { actionWithBody, answer, calculation, refused } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';

const versionSchema = z.int().min(0).max(99_999_998);
const written = z.object({
  version: versionSchema,
  rating: ratingSchema.nullable().describe('Null: taken back'),
  reason: z.string(),
  until: z.iso.datetime().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});

const overrideSchema = z
  .object({
    area: z.string(),
    metric: z.string(),
    inForce: written.nullable().describe('Null where there is none, or it has expired or was taken back'),
    version: versionSchema.describe('The latest version; 0 where nobody has written one'),
    versions: z.array(written).describe('All that was ever written, the last first'),
  })
  .meta({ id: 'Override' });

const untilSchema = z
  .string()
  .refine((text) => parseDay(text) !== undefined || z.iso.datetime().safeParse(text).success, {
    error: 'Write the last day, 2025-03-31, or an instant, 2025-03-31T17:00:00Z',
  })
  .meta({ description: 'When it ends: the last day (England), or an instant' });

const givenSchema = z
  .strictObject({
    rating: ratingSchema.nullable().meta({ description: 'Null takes the override back' }),
    reason: z.string().trim().min(1, 'Say why').max(500),
    until: untilSchema.exactOptional(),
    version: versionSchema.exactOptional().meta({
      description:
        'The version that you have read, 0 where there was none: 409 when it is not the latest. Left out, yours follows whatever there is',
    }),
  })
  .meta({ id: 'OverrideChange' });

const params = z.object({ area: areaParameter, metric: metricParameter });
const path = '/areas/{area}/ratings/{metric}/override';

/** What officers have said of a metric by hand. */
export const getOverride = calculation({
  ...{ method: 'GET', path },
  summary: 'The officers’ override of a metric’s rating, with every version of it',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: overrideSchema,
  scopes: ['read'],
  handle: async ({ params: { area, metric }, query, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await settingsAsOf(area, query.asOf, ports);
    return 'status' in found ? refused(found) : answer(described(area, metric, found.settings, found.at));
  },
});

/** Sets an officers' rating beside the data's; the data's stays as it is. */
export const putOverride = actionWithBody({
  ...{ method: 'PUT', path },
  summary: 'Set an officers’ rating beside the data’s, with a reason and an end, or take it back',
  params,
  query: noQuery,
  body: givenSchema,
  response: overrideSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, metric }, body, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const now = ports.clock.now();
    const until = endOf(body.rating === null ? undefined : body.until, body.rating !== null, now);
    if (typeof until === 'object' && until !== null) return refused(until);
    const settings = await ports.settings.list(area);
    const seen = body.version ?? latestSetting(settings, 'override', metric)?.version ?? 0;
    const set = await settle(
      { area, kind: 'override', id: metric, body: { rating: body.rating, reason: body.reason, until }, seen },
      caller,
      ports,
    );
    if ('status' in set) return refused(set);
    return answer(described(area, metric, await ports.settings.list(area), ports.clock.now()));
  },
});

/** The instant at which an override ends; null for one that is taken back. */
function endOf(until: string | undefined, needed: boolean, now: Date): string | null | Problem {
  if (until === undefined) {
    if (!needed) return null;
    return problem(
      400,
      'Cannot set this rating: it has no end. Say until when it holds: "until": "2025-03-31".',
      [{ field: 'until', message: 'Needed with a rating' }],
    );
  }
  const end = parseDay(until) === undefined ? new Date(until) : endOfDay(until);
  if (end > now) return end.toISOString();
  return problem(
    400,
    `Cannot set this rating until ${until}: today is ${dayInLondon(now)}. Give a later end.`,
    [{ field: 'until', message: 'Already over' }],
  );
}

function described(
  area: string,
  metric: string,
  settings: readonly Setting[],
  at: Date,
): z.input<typeof overrideSchema> {
  const versions = overridesOf(settings, metric);
  return {
    ...{ area, metric, inForce: overrideAt(versions, at.toISOString()) ?? null },
    ...{ version: versions.at(-1)?.version ?? 0, versions: versions.toReversed() },
  };
}
