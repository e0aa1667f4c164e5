import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome } from '../functions/instance.ts';
import { BODY_LIMIT, readBody } from './body.ts';
import { functionAnswer, writeAnswer } from './function-answer.ts';
import { isForeignOrigin } from './host.ts';
import { writeProblem } from './problem.ts';
import { type Incoming, requestEvent } from './request-event.ts';
import type { Router } from './routes.ts';

export type Gateway = {
  readonly route: Router;
  readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
  /** The Authorization header for requests that carry none; undefined where callers must bring their own. */
  readonly authorization: () => Promise<string | undefined>;
};

/** Answers a request as API Gateway would: route, function, answer; everything that goes wrong is a problem document. */
export async function serve(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = '/', ...rest] = (request.url ?? '/').split('?');
  const method = request.method ?? 'GET';
  if (!isDecodable(path)) {
    return writeProblem(response, {
      status: 400,
      detail: `Cannot read the path: a "%" is not followed by UTF-8.`,
    });
  }
  const match = gateway.route(method, path);
  if (!match)
    return writeProblem(response, { status: 404, detail: `There is nothing at ${method} ${path}.` });
  const body = await readBody(request);
  if (body.kind === 'too-large') {
    const detail = `The body is larger than ${BODY_LIMIT / 1024 / 1024} MB. Put large files into the drops bucket.`;
    return writeProblem(response, { status: 413, detail, headers: { connection: 'close' } });
  }
  const incoming: Incoming = {
    request,
    path,
    query: rest.join('?'),
    body: body.bytes,
    match,
    authorization: await authorizationFor(gateway, request),
  };
  const { functionName, timeoutMs } = match.integration;
  const outcome = await within(gateway.invoke(functionName, requestEvent(incoming, new Date())), timeoutMs);
  if (outcome === 'too-late' || outcome.kind === 'timed-out') {
    return writeProblem(response, {
      status: 504,
      detail: 'The answer took too long. Ask for less, or try again.',
    });
  }
  const answer = outcome.kind === 'answered' ? functionAnswer(outcome.result) : 'the function failed';
  if (typeof answer === 'string') {
    const detail = `Cannot answer: ${answer}. The function's log in the data directory says more.`;
    return writeProblem(response, { status: 502, detail });
  }
  writeAnswer(response, answer, method);
}

// A page of another site could make the browser send a request here: it must not act with this user's rights.
function authorizationFor(
  gateway: Gateway,
  { headers }: IncomingMessage,
): Promise<string | undefined> | undefined {
  if (headers.authorization !== undefined || isForeignOrigin(headers.origin)) return undefined;
  return gateway.authorization();
}

async function within<T>(promise: Promise<T>, limitMs: number): Promise<T | 'too-late'> {
  const late = Promise.withResolvers<'too-late'>();
  const timer = setTimeout(() => late.resolve('too-late'), limitMs);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
