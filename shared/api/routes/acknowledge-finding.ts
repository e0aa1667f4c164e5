import * as z from 'zod';
import { acknowledgedFinding } from '../../settings/acknowledged-findings.ts';
import { areaParameter, noQuery, unknownArea } from '../parameters.ts';
import { actionWithBody, answer, refused } from '../route.ts';
import { settle } from '../settle.ts';
import { readUntil } from '../until.ts';

/** How an acknowledgement of a finding is answered. */
export const acknowledgedSchema = z.object({
  by: z.string(),
  note: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime().nullable().describe('Null: for as long as the figure stays'),
  version: z.int(),
});

const MOST_DAYS = 365;

const givenSchema = z
  .strictObject({
    note: z
      .string()
      .trim()
      .min(1, 'Say what was found: why the figure is right, or when it is mended')
      .max(1000),
    by: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .regex(/^[^@]*$/, 'Write a role, such as "data manager", and no address')
      .exactOptional()
      .describe('A role and no name; without it, the subject of the token'),
    until: z.string().exactOptional().describe('A day or an instant: then it is told again'),
    acknowledged: z.boolean().default(true).describe('False takes the acknowledgement back'),
    version: z
      .int()
      .min(0)
      .max(99_999_998)
      .exactOptional()
      .describe('The version that you have read; 409 when it is not the latest. Without it, the first'),
  })
  .meta({ id: 'FindingAcknowledged' });

const takenSchema = z
  .object({
    area: z.string(),
    finding: z.string(),
    acknowledged: acknowledgedSchema.nullable(),
    version: z.int(),
  })
  .meta({ id: 'FindingAcknowledgement' });

/**
 * Says of a finding that somebody has looked into it. The finding is kept by its id, which is that of its figure: when
 * the figure or its months change it returns under another.
 */
export const acknowledgeFinding = actionWithBody({
  method: 'PUT',
  path: '/areas/{area}/data-quality/{id}/acknowledge',
  summary: 'Say that a finding is known, and why; it returns when its figure changes or the time is up',
  params: z.object({
    area: areaParameter,
    id: z
      .string()
      .regex(/^[0-9a-f]{24}$/, 'No finding has such an id. See …/data-quality.')
      .meta({ description: 'Id of the finding' }),
  }),
  query: noQuery,
  body: givenSchema,
  response: takenSchema,
  scopes: ['operate'],
  handle: async ({ params: { area, id }, body, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const until = body.until === undefined ? null : readUntil(body.until, ports.clock.now(), MOST_DAYS);
    if (until !== null && 'status' in until) return refused(until);
    const { acknowledged, by = null, note } = body;
    const written = await settle(
      {
        ...{ area, kind: 'finding', id, seen: body.version ?? 0 },
        body: { acknowledged, by, note, until: until?.toISOString() ?? null },
      },
      caller,
      ports,
    );
    if ('status' in written) return refused(written);
    return answer({
      ...{ area, finding: id, version: written.version },
      acknowledged: acknowledgedFinding(written) ?? null,
    });
  },
});
