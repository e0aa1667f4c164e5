import * as z from 'zod';
import { countsFor } from '../../alerting/acknowledge.ts';
import type { AlertState } from '../../alerting/alert.ts';
import { gravityOf } from '../../alerting/gravity.ts';
import { alertStateSchema } from '../../recompute/alert-views.ts';
import { ALERTS_PART } from '../../recompute/part-names.ts';
import { acknowledgementOf } from '../../recompute/settled.ts';
import { latestSetting, type Setting } from '../../settings/setting.ts';
import { areaParameter, noQuery, unknownFolder } from '../parameters.ts';
import type { ActionPorts } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { actionWithBody, answer, refused } from '../route.ts';
import { settle } from '../settle.ts';
import { readUntil } from '../until.ts';

const MOST_DAYS = 365;

const takenSchema = z
  .object({
    area: z.string(),
    alert: z.string().describe('The dedupKey'),
    state: z.literal('acknowledged'),
    by: z.string(),
    note: z.string().nullable(),
    at: z.iso.datetime(),
    until: z.iso.datetime().nullable(),
    version: z.int(),
  })
  .meta({ id: 'AcknowledgementTaken' });

const givenSchema = z
  .strictObject({
    by: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .exactOptional()
      .describe('A role; without it, the subject of the token'),
    note: z.string().trim().min(1).max(1000).exactOptional(),
    until: z.string().exactOptional().describe('A day or an instant: then it fires again'),
    version: z
      .int()
      .min(0)
      .exactOptional()
      .describe('The version of the acknowledgement that you take over; 409 when it is not the latest'),
  })
  .meta({ id: 'AcknowledgementGiven' });

/** Takes an alert on. It is shown, and told, with the next run, which this starts. */
export const acknowledgeAlert = actionWithBody({
  method: 'POST',
  path: '/areas/{area}/alerts/{id}/acknowledge',
  summary: 'Take an alert on: it reminds nobody until it gets worse or the time is up',
  params: z.object({ area: areaParameter, id: z.string().meta({ description: 'The dedupKey' }) }),
  query: noQuery,
  body: givenSchema,
  response: takenSchema,
  conflicts: true,
  scopes: ['operate'],
  handle: async ({ params: { area, id }, body, caller, ports }) => {
    const unknown = unknownFolder(area, ports);
    if (unknown) return refused(unknown);
    const alert = await alertNamed(area, id, ports);
    if ('status' in alert) return refused(alert);
    const now = ports.clock.now();
    const until = body.until === undefined ? null : readUntil(body.until, now, MOST_DAYS);
    if (until !== null && 'status' in until) return refused(until);
    const before = latestSetting(await ports.settings.list(area), 'acknowledgement', id);
    const taken = before && takenBy(alert, before, now);
    if (taken && body.version === undefined) return refused(taken);
    const written = await settle(
      {
        ...{ area, kind: 'acknowledgement', id, seen: body.version ?? before?.version ?? 0 },
        body: {
          ...{ by: body.by ?? null, note: body.note ?? null, until: until?.toISOString() ?? null },
          seen: { ...gravityOf(alert), since: alert.since },
        },
      },
      caller,
      ports,
    );
    return 'status' in written ? refused(written) : answer(described(written));
  },
});

async function alertNamed(area: string, id: string, { runs }: ActionPorts): Promise<AlertState | Problem> {
  const current = await runs.current(area);
  const part = current && (await runs.part(area, current.runId, ALERTS_PART));
  const alert = z
    .array(alertStateSchema)
    .parse(part ?? [])
    .find(({ dedupKey }) => dedupKey === id);
  if (alert === undefined)
    return problem(404, `This area has no alert "${id.slice(0, 200)}". See /api/v1/areas/${area}/alerts.`);
  switch (alert.state) {
    case 'pending':
      return problem(409, 'Cannot acknowledge this alert: it has not fired. It waits for a second figure.');
    case 'resolved':
      return problem(
        409,
        `Cannot acknowledge this alert: it is over since ${alert.changedAt}. There is nothing to take on.`,
      );
    case 'firing':
    case 'acknowledged':
      return alert;
  }
}

/** Why an alert cannot be taken on without a word about who has it: two officers must not each think that it is theirs. */
function takenBy(alert: AlertState, setting: Setting, now: Date): Problem | undefined {
  const given = acknowledgementOf(setting);
  const stands =
    alert.acknowledgement?.version === given.version || countsFor(alert, given, now.toISOString());
  if (!stands) return undefined;
  return problem(
    409,
    `Cannot acknowledge this alert: ${given.by} did so at ${given.at}. To take it over send "version": ${given.version}.`,
    [{ field: 'version', message: `${given.version} is the latest` }],
  );
}

function described(setting: Setting): z.input<typeof takenSchema> {
  const { by, note, at, until, version, dedupKey } = acknowledgementOf(setting);
  return { area: setting.area, alert: dedupKey, state: 'acknowledged', by, note, at, until, version };
}
