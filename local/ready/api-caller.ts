import type * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';

/** Asks the system's own API, as any other client would. */
export type ApiCaller = <Schema extends z.ZodType>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  schema: Schema,
  body?: object,
) => Promise<z.output<Schema>>;

/** Throws CannotStart when the API refuses or answers otherwise than expected. */
export function apiCaller(
  origin: string,
  authorization: () => Promise<string>,
  signal: AbortSignal,
): ApiCaller {
  return async (method, path, schema, body) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: {
        authorization: await authorization(),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal,
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new CannotStart(
        `The API answered ${method} ${path} with ${answer.status}: ${text.slice(0, 500)}`,
      );
    }
    return schema.parse(JSON.parse(text));
  };
}
