import * as z from 'zod';
import type { RecomputeRequest } from '../../store/requests.ts';
import { areaParameter, idParameter, noQuery, unknownArea } from '../parameters.ts';
import { problem } from '../problem.ts';
import { action, answer, refused, route } from '../route.ts';

const requestSchema = z
  .object({
    id: z.string(),
    area: z.string(),
    state: z.enum(['queued', 'done']),
    requestedAt: z.iso.datetime(),
    runId: z.string().nullable().describe('The run that answers it; null while queued'),
    changed: z.boolean().nullable().describe('False when nothing had changed since the last run'),
    links: z.object({ self: z.string() }),
  })
  .meta({ id: 'RecomputeRequest' });

/** Asks for a recompute now. */
export const startRecompute = action({
  method: 'POST',
  path: '/areas/{area}/recompute',
  summary: 'Start a recompute; the answer links to its state',
  params: z.object({ area: areaParameter }),
  query: z.strictObject({
    again: z.literal('true').exactOptional().meta({
      description:
        'Make a new run although nothing has changed, with every forecast made anew: after a version of the program that computed wrongly',
    }),
  }),
  response: requestSchema,
  status: 202,
  scopes: ['operate'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const request: RecomputeRequest = {
      id: ports.newId(),
      area: params.area,
      state: 'queued',
      requestedAt: ports.clock.now().toISOString(),
      runId: null,
      changed: null,
    };
    await ports.requests.save(request);
    await ports.requestRecompute(params.area, request.id, query.again !== undefined);
    const body = describe(request);
    return { kind: 'answer', body, location: body.links.self };
  },
});

/** What became of a recompute that was asked for. */
export const getRecompute = route({
  method: 'GET',
  path: '/areas/{area}/recomputes/{id}',
  summary: 'Whether a recompute that was asked for is done (kept for a week)',
  params: z.object({ area: areaParameter, id: idParameter }),
  query: noQuery,
  response: requestSchema,
  scopes: ['operate'],
  handle: async ({ params, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const request = await ports.requests.find(params.area, params.id);
    return request
      ? answer(describe(request))
      : refused(problem(404, 'This area has no recompute request with that id.'));
  },
});

function describe(request: RecomputeRequest): z.input<typeof requestSchema> {
  return { ...request, links: { self: `/api/v1/areas/${request.area}/recomputes/${request.id}` } };
}
