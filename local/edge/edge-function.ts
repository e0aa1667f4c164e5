import type { IncomingMessage } from 'node:http';
import { createContext, runInContext } from 'node:vm';
import * as z from 'zod';

/** What a function makes of a request: it goes on, perhaps to another address, or it is answered at once. */
export type Seen =
  | { readonly kind: 'go-on'; readonly path: string }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

const answerSchema = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.object({ value: z.string() })).default({}),
  body: z
    .object({ encoding: z.literal('text').default('text'), data: z.string() })
    .transform(({ data }) => data)
    .default(''),
});
const resultSchema = z.union([
  answerSchema.transform(({ statusCode, headers, body }): Seen => {
    const values = Object.entries(headers).map(([name, { value }]) => [name, value]);
    return { kind: 'answer', status: statusCode, headers: Object.fromEntries(values), body };
  }),
  z.object({ uri: z.string() }).transform(({ uri }): Seen => ({ kind: 'go-on', path: uri })),
]);

/**
 * A CloudFront function made callable, by its event structure 1.0. `path` is percent-encoded. Throws when the code
 * has no `handler` or its result is neither a request nor an answer.
 */
export function edgeFunctionOf(code: string): (request: IncomingMessage, path: string) => Seen {
  const context = createContext({});
  runInContext(code, context);
  return (request, path) => {
    const { remoteAddress = '' } = request.socket;
    const headers = Object.entries(request.headers).map(([name, value]) => [name, { value: String(value) }]);
    const event = {
      version: '1.0',
      context: { eventType: 'viewer-request' },
      viewer: { ip: remoteAddress },
      request: {
        method: request.method,
        uri: path,
        querystring: {},
        headers: Object.fromEntries(headers),
        cookies: {},
      },
    };
    return resultSchema.parse(runInContext(`handler(${JSON.stringify(event)})`, context));
  };
}
