import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { buildDashboard } from '../../lib/dashboard-build.ts';
import { madeOnce } from '../once/made-once.ts';
import { runFolder } from '../once/run-folder.ts';

/** The built pages at one origin with an API, under the strictest policy that they must work with. */
export type Site = { readonly url: string; stop(): Promise<void> };

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves the pages; `/api/` goes on to `api`, or nowhere where the test answers it itself. */
export async function startSite(api?: string): Promise<Site> {
  const folder = await builtPages();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const done = path.startsWith('/api/')
      ? passOn(api, path, request, response)
      : sendFile(folder, path, response);
    done.catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The folder of the built pages, which are built once for the whole run of the tests. */
function builtPages(): Promise<string> {
  const within = runFolder();
  if (within === undefined) throw new Error('Only a run of the tests has a folder for the built pages');
  return madeOnce(within, 'pages', buildDashboard);
}

async function sendFile(folder: string, path: string, response: ServerResponse): Promise<void> {
  const name = normalize(new URL(path, 'http://pages').pathname).replace(/\/$/, '/index.html');
  const body = await readFile(join(folder, name)).catch(() => undefined);
  if (body === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': TYPES[extname(name)] ?? 'application/octet-stream',
    'content-security-policy': POLICY,
  });
  response.end(body);
}

async function passOn(
  api: string | undefined,
  path: string,
  { method = 'GET' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (api === undefined) {
    response.writeHead(503).end();
    return;
  }
  const answer = await fetch(`${api}${path}`, { method });
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  });
  response.end(await answer.text());
}
