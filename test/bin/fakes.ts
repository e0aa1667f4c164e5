import { createServer } from 'node:net';
import type { Pace } from '../../bin/command/poll.ts';
import type { Voice } from '../../bin/command/run.ts';

/** A voice that remembers what it said. */
export function recorder(): { voice: Voice; out: string[]; err: string[] } {
  const out: string[] = [];
  const err: string[] = [];
  return { voice: { out: (line) => out.push(line), err: (line) => err.push(line) }, out, err };
}

/** Time that passes only by sleeping. */
export function fakePace(): Pace & { readonly slept: number[] } {
  const slept: number[] = [];
  return {
    slept,
    now: () => slept.reduce((sum, each) => sum + each, 0),
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      return Promise.resolve();
    },
  };
}

export const silent = { show: () => undefined, clear: () => undefined };

/** A report as it lies in the reports bucket. */
export function reportJson(differing: object = {}): string {
  return JSON.stringify({
    id: 'an-id',
    area: 'E06000054',
    feed: 'send-monthly',
    state: 'accepted',
    rows: { read: 12, accepted: 12, partly: 0, rejected: 0, ignored: 0 },
    cells: 240,
    problems: [],
    problemCount: 0,
    warnings: [],
    recognisedAs: 'send-monthly, CSV',
    ...differing,
  });
}

/** A port of this machine that was free a moment ago. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
