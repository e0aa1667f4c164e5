import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageBatchCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { receiveCount } from './sqs-event.ts';

const LONGEST_BACKOFF_SECONDS = 30;

/** Seconds until a message that failed is tried again: 1, 2, 4 … 30. Deployed it is the queue's visibility timeout. */
export function backoffSeconds(received: number): number {
  return Math.min(LONGEST_BACKOFF_SECONDS, 2 ** Math.max(0, received - 1));
}

/** Deletes what was done and lets what failed be seen again soon. */
export async function settle(
  sqs: SQSClient,
  queueUrl: string,
  done: readonly Message[],
  failed: readonly Message[],
): Promise<void> {
  for (const entries of inTens(done)) {
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  }
  for (const entries of inTens(failed)) {
    await sqs.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: queueUrl, Entries: entries }));
  }
}

type Entry = { Id: string; ReceiptHandle: string; VisibilityTimeout: number };

function inTens(messages: readonly Message[]): Entry[][] {
  const entries = messages.map((message, index) => ({
    Id: String(index),
    ReceiptHandle: message.ReceiptHandle ?? '',
    VisibilityTimeout: backoffSeconds(receiveCount(message)),
  }));
  const tens: Entry[][] = [];
  for (let start = 0; start < entries.length; start += 10) tens.push(entries.slice(start, start + 10));
  return tens;
}
