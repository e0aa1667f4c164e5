import * as z from 'zod';
import { alertStateNames, alertStateSchema } from '../../recompute/alert-views.ts';
import { ALERTS_PART } from '../../recompute/part-names.ts';
import { alertSchema, alertWithHistorySchema, describeAlert } from '../alert-answer.ts';
import { listOf, pageOf } from '../page.ts';
import { areaParameter, asOfParameter, pageParameters, unknownFolder } from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, page, refused, route } from '../route.ts';
import { readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

const AS_OF =
  'The alerts that the data as known at the end of this day gave. What was delivered or resolved is not replayed: each opens at that instant, acknowledged and silenced by what had been written by then, and its links are paths of this address';

/** Alerts of an area, the one changed last first. */
export const listAlerts = route({
  method: 'GET',
  path: '/areas/{area}/alerts',
  summary: 'Alerts with their state and reasons',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    ...pageParameters,
    state: alertStateNames.exactOptional(),
    asOf: asOfParameter.meta({ description: AS_OF }),
  }),
  response: listOf(alertSchema),
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownFolder(params.area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(params.area, query.asOf, caller, ports, () => [ALERTS_PART]);
    if (run.kind === 'problem') return run;
    const alerts = z
      .array(alertStateSchema)
      .parse(run.part(ALERTS_PART) ?? [])
      .filter(({ state }) => query.state === undefined || state === query.state)
      .sort((a, b) =>
        a.changedAt === b.changedAt ? (a.dedupKey < b.dedupKey ? -1 : 1) : a.changedAt < b.changedAt ? 1 : -1,
      );
    return page(pageOf(alerts.map(describeAlert), query, ({ id }) => id));
  },
});

/** All alerts, of which one is read whole. */
const namedSchema = z.array(z.looseObject({ dedupKey: z.string() }));

/** One alert with all that has become of it. */
export const getAlert = route({
  method: 'GET',
  path: '/areas/{area}/alerts/{id}',
  summary: 'An alert with its history: each change, who was told, and the hash of what caused it',
  params: z.object({ area: areaParameter, id: z.string().meta({ description: 'The dedupKey' }) }),
  query: z.strictObject({ asOf: asOfParameter.meta({ description: AS_OF }) }),
  response: alertWithHistorySchema,
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params: { area, id }, query, caller, ports }) => {
    const unknown = unknownFolder(area, ports);
    if (unknown) return refused(unknown);
    const run = await readRun(area, query.asOf, caller, ports, () => [ALERTS_PART]);
    if (run.kind === 'problem') return run;
    const named = namedSchema.parse(run.part(ALERTS_PART) ?? []).find(({ dedupKey }) => dedupKey === id);
    if (!named)
      return refused(
        problem(404, `This area has no alert "${id.slice(0, 200)}". See /api/v1/areas/${area}/alerts.`),
      );
    const found = alertStateSchema.parse(named);
    return answer({ ...describeAlert(found), history: [...found.history] });
  },
});
