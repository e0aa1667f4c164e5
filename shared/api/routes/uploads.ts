import * as z from 'zod';
import { areaParameter, noQuery, unknownArea } from '../parameters.ts';
import { personalTextProblem } from '../personal-text.ts';
import { problem } from '../problem.ts';
import { actionWithBody, answer, refused } from '../route.ts';
import { feedParameter, filenameParameter, knownAtProblem } from './file-parameters.ts';

const uploadSchema = z
  .strictObject({
    feed: feedParameter,
    filename: filenameParameter,
    knownAt: z.string().exactOptional().meta({
      description:
        'When the figures were known: a day (its start in England) or an instant with its zone; never later than now. Without it, the put time',
    }),
  })
  .meta({ id: 'Upload' });

const addressSchema = z
  .object({
    url: z.string().describe('Put the file here; good until `expiresAt`'),
    method: z.literal('PUT'),
    headers: z.record(z.string(), z.string()).describe('Send these with the file, exactly so'),
    key: z.string().describe('The file’s key in the drops bucket: its drops are listed by it'),
    expiresAt: z.iso.datetime().describe('In real time'),
  })
  .meta({ id: 'UploadAddress' });

/** An address for a file of a system that has no credentials of its own. Nothing is stored until the file is put. */
export const startUpload = actionWithBody({
  method: 'POST',
  path: '/areas/{area}/uploads',
  summary: 'An address to put one file to, good for 15 minutes',
  params: z.object({ area: areaParameter }),
  query: noQuery,
  body: uploadSchema,
  response: addressSchema,
  scopes: ['upload'],
  cacheControl: 'no-store',
  handle: async ({ params, body, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { feed, filename } = body;
    const personal = personalTextProblem({ filename });
    if (personal) return refused(personal);
    const knownAt = body.knownAt?.trim();
    const wrong = knownAtProblem(knownAt, ports.clock.now());
    if (wrong !== undefined) {
      return refused(
        problem(400, `Cannot use this body: knownAt: ${wrong}`, [{ field: 'knownAt', message: wrong }]),
      );
    }
    const key = `${params.area}/${feed}/${filename}`;
    const signed = await ports.signUpload({ key, ...(knownAt !== undefined && { knownAt }) });
    return answer({
      url: signed.url,
      method: 'PUT' as const,
      headers: { ...signed.headers },
      key,
      expiresAt: signed.expiresAt.toISOString(),
    });
  },
});
