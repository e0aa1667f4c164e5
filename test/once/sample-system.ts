import { createServer, type Server } from 'node:http';
import type { System } from '../pipeline/system.ts';

const VARIABLE = 'BELLWETHER_TEST_SAMPLES';

let server: Server | undefined;
let system: Promise<System> | undefined;

/**
 * Called by vitest in its own process. The system with the sample council that all files of the run may read, and none
 * may change, starts with the first file that asks for it, for a start costs as much as many a file's tests.
 */
export async function setup(): Promise<void> {
  server = createServer((_, response) => {
    system ??= start();
    system.then(
      ({ runtime }) => response.end(runtime.url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sample system has no port');
  process.env[VARIABLE] = `http://127.0.0.1:${address.port}`;
}

/** Called by vitest when all files are done. */
export async function teardown(): Promise<void> {
  server?.closeAllConnections();
  server?.close();
  // Of a start that failed the files have told.
  const started = await system?.catch(() => undefined);
  await started?.stop();
}

/** Where the system answers. Throws where none can be started, and outside of a run. */
export async function sampleSystemUrl(): Promise<string> {
  const host = process.env[VARIABLE];
  if (host === undefined) throw new Error('Only a run of the tests has a system with samples for all files');
  const response = await fetch(host);
  const text = await response.text();
  if (!response.ok) throw new Error(`The system with samples does not start: ${text}`);
  return text;
}

async function start(): Promise<System> {
  // Loaded when needed: most runs of single files have no use for it.
  const { startSystem } = await import('../pipeline/system.ts');
  return startSystem({ samples: true });
}
