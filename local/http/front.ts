import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { CannotStart, codeOf, messageOf } from '../cannot-start.ts';
import { close, LOOPBACK, listen } from '../engines/listen.ts';
import { isLocalHost } from './host.ts';
import { writeProblem } from './problem.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** The one address that people and programs speak to. */
export type Front = {
  readonly url: string;
  readonly port: number;
  /** How long it waits for the headers of a request, and for all of it; milliseconds. */
  readonly limits: { readonly headersTimeout: number; readonly requestTimeout: number };
  /** Answers everything under a path; the longest path wins. Until a path has its handler it answers 503. */
  mount(path: string, handle: Handle): void;
  /** Lets running requests end for `graceMs`, then closes; once, however often it is called. */
  stop(graceMs: number): Promise<void>;
};

/** Longer than clients keep a connection, so that they never write into one that closes. */
const KEEP_ALIVE_MS = 65_000;

/** API Gateway waits no longer either: who sends a letter a second keeps a connection and nothing else. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000 } as const;

/** Listens on 127.0.0.1 only. Throws CannotStart when the port is taken or not allowed. */
export async function startFront(port: number, report: (text: string) => void): Promise<Front> {
  const mounted: { path: string; handle: Handle }[] = [];
  let closed: Promise<void> | undefined;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isLocalHost(request.headers.host)) {
      const detail = `This system answers on ${LOOPBACK} and localhost only, not as "${request.headers.host ?? ''}".`;
      return writeProblem(response, { status: 421, detail });
    }
    const path = request.url?.split('?')[0] ?? '/';
    const found = mounted.find(
      (each) => each.path === '/' || path === each.path || path.startsWith(`${each.path}/`),
    );
    if (!found) {
      const detail = 'The system is starting. Try again in a few seconds.';
      return writeProblem(response, { status: 503, detail, headers: { 'retry-after': '2' } });
    }
    await found.handle(request, response);
  }

  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, ...LIMITS }, (request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      // The client went away while it was sending: nobody is there to be told.
      const gone = request.destroyed && !request.complete;
      if (!gone) report(`Cannot answer ${request.method} ${request.url}: ${messageOf(thrown)}`);
      if (gone || response.headersSent) response.destroy();
      else writeProblem(response, { status: 500, detail: 'Cannot answer: a fault of the local system.' });
    });
  });

  const taken = await listenOr(port, () => listen(server, port));
  return {
    port: taken,
    limits: { headersTimeout: server.headersTimeout, requestTimeout: server.requestTimeout },
    url: `http://${LOOPBACK}:${taken}`,
    mount(path, handle) {
      mounted.push({ path, handle });
      mounted.sort((a, b) => b.path.length - a.path.length);
    },
    stop(graceMs) {
      closed ??= close(server, graceMs);
      return closed;
    },
  };
}

async function listenOr(port: number, listening: () => Promise<number>): Promise<number> {
  try {
    return await listening();
  } catch (thrown) {
    throw portProblem(port, 'BELLWETHER_PORT', thrown);
  }
}

/** What to tell the user when a port cannot be used; anything else is thrown on as it is. */
export function portProblem(port: number, setting: string, thrown: unknown): unknown {
  if (codeOf(thrown) === 'EADDRINUSE') {
    return new CannotStart(
      `Cannot listen on port ${port}: another program uses it. Stop that program, or choose another port: ${setting}=${port + 10} npm start`,
    );
  }
  if (codeOf(thrown) === 'EACCES') {
    return new CannotStart(
      `Cannot listen on port ${port}: this user may not. Choose a port above 1023: ${setting}=8080 npm start`,
    );
  }
  return thrown;
}
