import { setTimeout as pause } from 'node:timers/promises';
import type { Message, SQSClient } from '@aws-sdk/client-sqs';
import { messageOf } from '../cannot-start.ts';
import type { Outcome } from '../functions/instance.ts';
import { describe } from '../functions/local-function.ts';
import type { EventSource, Queue } from '../resources/declaration.ts';
import { collect } from './collect.ts';
import { failedItems } from './failed-items.ts';
import { fairLine } from './fair-line.ts';
import { settle } from './settle.ts';
import { receiveCount, sqsEvent } from './sqs-event.ts';

/** Two cores: more invocations at a time would not be faster. */
const MOST_CONCURRENT = 2;
const AFTER_ERROR_MS = 500;

/** Feeds a function from a queue as Lambda's event source mapping does. */
export type Poller = {
  readonly queueUrl: string;
  start(): void;
  /** Invocations that run now. */
  running(): number;
  /** Takes no more messages and waits for running invocations. */
  stop(): Promise<void>;
};

export type PollerOptions = {
  readonly sqs: SQSClient;
  readonly queue: Queue;
  readonly source: EventSource;
  readonly invoke: (event: unknown) => Promise<Outcome>;
  /** Gets a sentence when something did not go well. */
  readonly report: (text: string) => void;
};

export function poller({ sqs, queue, source, invoke, report }: PollerOptions): Poller {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const line = fairLine();
  const limit = Math.min(MOST_CONCURRENT, source.maximumConcurrency ?? MOST_CONCURRENT);
  let loop: Promise<void> | undefined;

  async function poll(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (running.size >= limit) await Promise.race(running);
      try {
        const batch = await collect({
          sqs,
          queueUrl: queue.url,
          line,
          batchSize: source.batchSize,
          windowMs: source.windowSeconds * 1000,
          signal: stopping.signal,
        });
        if (batch.length > 0) begin(batch);
      } catch (thrown) {
        if (stopping.signal.aborted) return;
        report(`Cannot read the queue ${queue.name}: ${messageOf(thrown)}. Trying again.`);
        await pause(AFTER_ERROR_MS);
      }
    }
  }

  function begin(batch: readonly Message[]): void {
    const work = process(batch)
      .catch((thrown: unknown) => report(`Cannot settle messages of ${queue.name}: ${messageOf(thrown)}.`))
      .finally(() => running.delete(work));
    running.add(work);
  }

  async function process(batch: readonly Message[]): Promise<void> {
    const outcome = await invoke(sqsEvent(batch, source.queueArn));
    // A message that a stop cut off stays where it is: it is no failure of the function.
    if (outcome.kind !== 'answered' && stopping.signal.aborted) return;
    const failed = new Set(failedItems(batch, outcome, source.reportsItemFailures));
    const done = batch.filter((message) => !failed.has(message));
    await settle(sqs, queue.url, done, [...failed]);
    if (failed.size > 0) reportFailures([...failed], outcome);
  }

  function reportFailures(failed: readonly Message[], outcome: Outcome): void {
    const why = outcome.kind === 'answered' ? 'The function asked for another try.' : describe(outcome);
    const given = failed.filter((message) => receiveCount(message) >= (queue.maxReceiveCount ?? Infinity));
    if (failed.length > given.length) {
      report(`${queue.name}: ${failed.length - given.length} message(s) will be tried again. ${why}`);
    }
    if (given.length > 0) {
      report(`${queue.name}: ${given.length} message(s) given up, now dead letters. ${why}`);
    }
  }

  return {
    queueUrl: queue.url,
    start() {
      loop ??= poll();
    },
    running: () => running.size,
    async stop() {
      stopping.abort();
      await loop;
      await Promise.all(running);
    },
  };
}
