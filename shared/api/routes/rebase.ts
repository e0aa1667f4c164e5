import * as z from 'zod';
import { metricById } from '../../catalogue/metrics.ts';
import { monthInLondon } from '../../period/london.ts';
import { parseMonth } from '../../period/month.ts';
import { rebasesOf } from '../../settings/rebase.ts';
import type { Setting } from '../../settings/setting.ts';
import { areaParameter, asOfParameter, metricParameter, noQuery, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { actionWithBody, answer, calculation, refused } from '../route.ts';
import { settingsAsOf } from '../settings-as-of.ts';
import { settle } from '../settle.ts';

const versionSchema = z.int().min(0).max(99_999_998);
const fromSchema = z
  .string()
  .refine((text) => parseMonth(text) !== undefined, 'Write a month: 2024-10')
  .nullable()
  .meta({ description: 'First month that is looked at; null takes the new basis back' });

const rebaseSchema = z
  .object({
    area: z.string(),
    metric: z.string(),
    version: versionSchema.describe('The latest version; 0 where nobody has written one'),
    versions: z
      .array(
        z.object({
          version: versionSchema,
          from: z.string().nullable(),
          reason: z.string(),
          by: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .describe('All that was ever written, the last first; the first of them counts'),
  })
  .meta({ id: 'Rebase' });

const givenSchema = z
  .strictObject({
    from: fromSchema,
    reason: z.string().trim().min(1, 'Say what has changed in the process').max(500),
    version: versionSchema.default(0).meta({
      description: 'The version that you have read, 0 where there was none: 409 when it is not the latest',
    }),
  })
  .meta({ id: 'RebaseChange' });

const params = z.object({ area: areaParameter, metric: metricParameter });
const path = '/areas/{area}/rebase/{metric}';

/** From when on the variation of a metric is judged, where a person has said so. */
export const getRebase = calculation({
  ...{ method: 'GET', path },
  summary: 'From which month on the variation of a metric is judged anew, with every version of that',
  params,
  query: z.strictObject({ asOf: asOfParameter }),
  response: rebaseSchema,
  scopes: ['read'],
  handle: async ({ params: { area, metric }, query, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const found = await settingsAsOf(area, query.asOf, ports);
    return 'status' in found ? refused(found) : answer(described(area, metric, found.settings));
  },
});

/** Begins the chart of a metric anew: only a person can say that a process is another one. */
export const putRebase = actionWithBody({
  ...{ method: 'PUT', path },
  summary:
    'Judge the variation of a metric anew from a month on, with the reason; limits are never re-based unasked',
  params,
  query: noQuery,
  body: givenSchema,
  response: rebaseSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, metric }, body: { from, reason, version: seen }, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    if (metricById(metric)?.frequency !== 'month') {
      return refused(problem(400, `Cannot judge ${metric} anew from a month: it comes once a year.`));
    }
    const current = monthInLondon(ports.clock.now());
    if (from !== null && from > current) {
      const field = { field: 'from', message: 'Later than now' };
      return refused(problem(400, `Cannot judge anew from ${from}: this month is ${current}.`, [field]));
    }
    const written = await settle(
      { area, kind: 'rebase', id: metric, body: { from, reason }, seen },
      caller,
      ports,
    );
    if ('status' in written) return refused(written);
    return answer(described(area, metric, await ports.settings.list(area)));
  },
});

function described(area: string, metric: string, settings: readonly Setting[]): z.input<typeof rebaseSchema> {
  const versions = rebasesOf(settings, metric);
  return { area, metric, version: versions.at(-1)?.version ?? 0, versions: versions.toReversed() };
}
