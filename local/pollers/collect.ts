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
  /** How long a batch that is not full waits for more. */
  readonly windowMs: number;
  readonly signal: AbortSignal;
};

/** The next batch of a queue: waits for a first message (at most 20 s), then gathers until full or the window ends. */
export async function collect(options: Collecting): Promise<Message[]> {
  const batch = await receive(options, options.batchSize, LONG_POLL_SECONDS);
  const end = performance.now() + options.windowMs;
  while (batch.length > 0 && batch.length < options.batchSize && !options.signal.aborted) {
    const more = await receive(options, options.batchSize - batch.length, 0);
    batch.push(...more);
    if (performance.now() >= end) break;
    if (more.length === 0) await pause(Math.min(LOOK_AGAIN_MS, Math.max(1, end - performance.now())));
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
