import type * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';

/** Asks the system's own API, as any other client would. */
export type ApiCaller = <Schema extends z.ZodType>(
  method: 'GET' | 'POST',
  path: string,
  schema: Schema,
) => Promise<z.output<Schema>>;

/** Throws CannotStart when the API refuses or answers otherwise than expected. */
export function apiCaller(
  origin: string,
  authorization: () => Promise<string>,
  signal: AbortSignal,
): ApiCaller {
  return async (method, path, schema) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: await authorization() },
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
