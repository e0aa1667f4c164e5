import * as z from 'zod';
import type { AlertState } from '../../alerting/alert.ts';
import { alertMessageSchema, alertStateSchema } from '../../recompute/alert-views.ts';
import { ALERTS_PART } from '../../recompute/part-names.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownFolder } from '../parameters.ts';
import { page, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';

const alertSchema = alertMessageSchema
  .omit({ action: true, at: true })
  .extend({
    id: z.string().describe('The dedupKey, URL-safe'),
    action: z.enum(['trigger', 'acknowledge', 'resolve']).describe('What was told last'),
    at: z.iso.datetime().describe('When its state or severity last changed'),
    state: alertStateSchema.shape.state,
    openedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Alert' });

const AS_OF =
  'The alerts that the data as known at the end of this day gave. What was delivered, acknowledged or resolved is not replayed: each opens at that instant, and its links are paths of this address';

/** Alerts of an area, the one changed last first. */
export const listAlerts = route({
  method: 'GET',
  path: '/areas/{area}/alerts',
  summary: 'Alerts with their state and reasons',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    state: alertStateSchema.shape.state.exactOptional(),
    asOf: asOfParameter.meta({ description: AS_OF }),
  }),
  response: listOf(alertSchema),
  scopes: ['read'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownFolder(params.area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(params.area, query.asOf, ports);
    if (run.kind === 'problem') return run;
    const alerts = z
      .array(alertStateSchema)
      .parse((await run.part(ALERTS_PART)) ?? [])
      .filter(({ state }) => query.state === undefined || state === query.state)
      .sort((a, b) =>
        a.changedAt === b.changedAt ? (a.dedupKey < b.dedupKey ? -1 : 1) : a.changedAt < b.changedAt ? 1 : -1,
      );
    return page(pageOf(alerts.map(describe), query, ({ id }) => id));
  },
});

function describe(alert: AlertState): z.input<typeof alertSchema> {
  const { transition: _transition, changedAt, acknowledgement: _acknowledgement, ...told } = alert;
  return {
    ...told,
    reasons: [...told.reasons],
    id: alert.dedupKey,
    action: ACTIONS[alert.state],
    at: changedAt,
  };
}

const ACTIONS = {
  pending: 'trigger',
  firing: 'trigger',
  acknowledged: 'acknowledge',
  resolved: 'resolve',
} as const;
