import { setTimeout as pause } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FairLine } from './fair-line.ts';

/** SQS hands out at most ten messages at once. */
const MOST_AT_ONCE = 10;
const LONG_POLL_SECONDS = 20;
const LOOK_AGAIN_MS = 40;
/** The queue hands out in the order of arrival: who comes late is seen only when all before them have been received. */
const MOST_HELD = 5000;

export type Collecting = {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  /** Of the poller: what it has received and not yet given to the function. */
  readonly line: FairLine;
  readonly batchSize: number;
  /** How long a batch that is not full waits for more, at most. */
  readonly windowMs: number;
  readonly signal: AbortSignal;
};

/** Deployed a window saves invocations; here nobody is to wait for it when no more comes. */
const QUIET_MS = 200;

/**
 * The next batch of a queue, fair between message groups: waits for a first message (at most 20 s), then gathers until
 * it is full, the window ends, or nothing has come for 200 ms. So a single file is worked on at once, and a flood of
 * them in few batches.
 */
export async function collect(options: Collecting): Promise<Message[]> {
  const { line, batchSize, windowMs, signal } = options;
  if (line.waiting() === 0) line.add(await receive(options, LONG_POLL_SECONDS));
  const end = performance.now() + windowMs;
  let quiet = performance.now() + QUIET_MS;
  while (line.waiting() > 0 && line.waiting() < MOST_HELD && !signal.aborted) {
    const more = await receive(options, 0);
    line.add(more);
    if (more.length === MOST_AT_ONCE) continue;
    const now = performance.now();
    if (more.length > 0) quiet = now + QUIET_MS;
    const until = Math.min(end, quiet);
    if (now >= until || line.waiting() >= batchSize) break;
    if (more.length === 0) await pause(Math.min(LOOK_AGAIN_MS, until - now));
  }
  return line.take(batchSize);
}

async function receive({ sqs, queueUrl, signal }: Collecting, wait: number): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: MOST_AT_ONCE,
    WaitTimeSeconds: wait,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  // What was received must not be dropped: only the long wait for a first message may be cut.
  const { Messages = [] } = await sqs.send(command, wait > 0 ? { abortSignal: signal } : {});
  return Messages;
}
