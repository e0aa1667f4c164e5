import * as z from 'zod';
import { version } from '../../version.ts';
import { noQuery } from '../parameters.ts';
import { answer, route } from '../route.ts';

/** Whether the system answers; holds no data. */
export const health = route({
  method: 'GET',
  path: '/health',
  summary: 'Whether the system answers',
  params: z.object({}),
  query: noQuery,
  response: z.object({
    status: z.literal('ok'),
    version: z.string(),
    release: z.string().exactOptional().meta({ description: 'What was deployed; absent on one machine' }),
  }),
  scopes: null,
  cacheControl: 'no-store',
  handle: ({ ports: { release } }) =>
    answer({ status: 'ok' as const, version, ...(release !== undefined && { release }) }),
});
