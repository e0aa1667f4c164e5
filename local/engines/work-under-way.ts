import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 5;

export type WorkUnderWay = {
  /** Waits until nothing is worked on any more, at most `graceMs`. */
  ended(graceMs: number): Promise<void>;
};

/**
 * Follows what a server works on, also for callers that have gone. Node.js' own close waits for connections alone: a
 * server that reads on for a caller that was cut off would read from a database that is closed by then.
 */
export function workUnderWay(server: Server): WorkUnderWay {
  const open = new Set<ServerResponse>();
  server.on('request', (request, response) => {
    open.add(response);
    response.once('close', () => {
      // A request that never came whole is not worked on.
      if (response.writableEnded || !request.complete) open.delete(response);
    });
    forgetEnded(open);
  });
  return {
    async ended(graceMs) {
      for (let waited = 0; waited < graceMs; waited += LOOK_EVERY_MS) {
        forgetEnded(open);
        if (open.size === 0) return;
        await sleep(LOOK_EVERY_MS);
      }
    },
  };
}

function forgetEnded(open: Set<ServerResponse>): void {
  for (const response of open) if (response.destroyed && response.writableEnded) open.delete(response);
}
