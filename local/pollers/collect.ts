import { setTimeout as pause } from 'node:timers/promises';
import { type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** SQS hands out at most ten messages at once. */
const MOST_AT_ONCE = 10;
const LONG_POLL_SECONDS = 20;
const LOOK_AGAIN_MS = 40;

export type Collecting = {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  readonly batchSize: number;
  /** How long a batch that is not full waits for more, at most. */
  readonly windowMs: number;
  readonly signal: AbortSignal;
};

/** Deployed a window saves invocations; here nobody is to wait for it when no more comes. */
const QUIET_MS = 200;

/**
 * The next batch of a queue: waits for a first message (at most 20 s), then gathers until it is full, the window ends,
 * or nothing has come for 200 ms. So a single file is worked on at once, and a flood of them in few batches.
 */
export async function collect(options: Collecting): Promise<Message[]> {
  const batch = await receive(options, options.batchSize, LONG_POLL_SECONDS);
  const end = performance.now() + options.windowMs;
  let quiet = performance.now() + QUIET_MS;
  while (batch.length > 0 && batch.length < options.batchSize && !options.signal.aborted) {
    const more = await receive(options, options.batchSize - batch.length, 0);
    batch.push(...more);
    const now = performance.now();
    if (more.length > 0) quiet = now + QUIET_MS;
    const until = Math.min(end, quiet);
    if (now >= until) break;
    if (more.length === 0) await pause(Math.min(LOOK_AGAIN_MS, until - now));
  }
  return batch;
}

async function receive(
  { sqs, queueUrl, signal }: Collecting,
  wanted: number,
  wait: number,
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: Math.min(MOST_AT_ONCE, wanted),
    WaitTimeSeconds: wait,
    MessageSystemAttributeNames: ['All'],
    MessageAttributeNames: ['All'],
  });
  // What was received must not be dropped: only the long wait for a first message may be cut.
  const { Messages = [] } = await sqs.send(command, wait > 0 ? { abortSignal: signal } : {});
  return Messages;
}
