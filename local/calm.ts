import { setTimeout as pause } from 'node:timers/promises';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { LocalFunction } from './functions/local-function.ts';
import type { Deliverer } from './notifications/deliver.ts';
import { depth } from './pollers/depth.ts';
import type { Poller } from './pollers/poller.ts';

export type Calm = {
  /** True when no event, message or invocation is on its way at this moment. */
  isCalm(): Promise<boolean>;
  /** Resolves when everything that was put or sent has been worked off; rejects when the signal aborts. */
  idle(signal?: AbortSignal): Promise<void>;
};

export type Parts = {
  readonly sqs: SQSClient;
  readonly pollers: readonly Poller[];
  readonly functions: readonly LocalFunction[];
  readonly events: Deliverer;
};

const LOOK_AGAIN_MS = 40;

export function calmOf({ sqs, pollers, functions, events }: Parts): Calm {
  async function isCalm(): Promise<boolean> {
    if (events.pending() > 0 || functions.some((each) => !each.idle())) return false;
    if (pollers.some((each) => each.running() > 0)) return false;
    // A message leaves its queue only after what it caused was sent on: empty queues one after the other suffice.
    for (const { queueUrl } of pollers) if ((await depth(sqs, queueUrl)) > 0) return false;
    return events.pending() === 0;
  }

  return {
    isCalm,
    async idle(signal) {
      // Twice: a message may pass from a queue not yet looked at to one looked at before.
      for (let calm = 0; calm < 2; ) {
        signal?.throwIfAborted();
        calm = (await isCalm()) ? calm + 1 : 0;
        if (calm < 2) await pause(LOOK_AGAIN_MS);
      }
    },
  };
}
