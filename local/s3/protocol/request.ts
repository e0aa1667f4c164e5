import type { IncomingMessage } from 'node:http';
import { hoistedHeaders, isPresigned } from './presigned.ts';
import { isRefusal, type Refusal, RefusedError, refuse } from './refusal.ts';
import { parseTarget, type Target } from './target.ts';

/** A request as the operations see it. */
export type S3Request = Target & {
  readonly method: string;
  /** Lower-case names; what a presigned address carries of them included. */
  readonly headers: ReadonlyMap<string, string>;
  /** Once only. A body that is cut throws a RefusedError. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** An object request: bucket and key are there. */
export type ObjectRequest = S3Request & { readonly bucket: string; readonly key: string };

/** `beginBody` is called before the first byte is read: the moment to tell a waiting client to go on. */
export function readRequest(message: IncomingMessage, beginBody: () => void): S3Request | Refusal {
  const target = parseTarget(message.url ?? '/');
  if (isRefusal(target)) return target;
  const headers = isPresigned(target.query) ? hoistedHeaders(target.query) : new Map<string, string>();
  for (const [name, value] of Object.entries(message.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return { ...target, method: message.method ?? 'GET', headers, body: bodyOf(message, beginBody) };
}

async function* bodyOf(message: IncomingMessage, beginBody: () => void): AsyncGenerator<Uint8Array> {
  beginBody();
  try {
    // Left open on an early return, or the socket would close before the answer is out.
    yield* message.iterator({ destroyOnReturn: false });
  } catch {
    throw new RefusedError(refuse('IncompleteBody', 'The request body terminated unexpectedly'));
  }
}
