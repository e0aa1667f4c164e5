import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { Letter } from './letter.ts';
import type { DeadLetterQueue } from './redrive-command.ts';

/** Long enough to read a list and answer a question. */
const HELD_SECONDS = 600;

/** Some servers of SQS may know of a message that others do not: it is empty when it has been so twice. */
const EMPTY_ANSWERS = 2;

/** The dead letters of a queue of SQS. */
export function deadLetterQueue(
  sqs: SQSClient,
  { url, deadLettersUrl }: { readonly url: string; readonly deadLettersUrl: string },
): DeadLetterQueue {
  const receipts = new Map<string, string>();
  const handle = ({ id }: Letter) => ({ QueueUrl: deadLettersUrl, ReceiptHandle: receipts.get(id) });
  return {
    async take() {
      const letters = new Map<string, Letter>();
      for (let empty = 0; empty < EMPTY_ANSWERS; ) {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({
            QueueUrl: deadLettersUrl,
            MaxNumberOfMessages: 10,
            VisibilityTimeout: HELD_SECONDS,
            WaitTimeSeconds: 1,
            MessageSystemAttributeNames: ['SentTimestamp'],
          }),
        );
        empty = Messages.length === 0 ? empty + 1 : 0;
        for (const { MessageId: id, ReceiptHandle, Body: body = '', Attributes } of Messages) {
          if (id === undefined || ReceiptHandle === undefined) continue;
          receipts.set(id, ReceiptHandle);
          const sentAt = new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString();
          letters.set(id, { id, sentAt, body });
        }
      }
      return [...letters.values()];
    },
    async putBack(letter) {
      await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: letter.body }));
      await sqs.send(new DeleteMessageCommand(handle(letter)));
    },
    async release(letters) {
      for (const letter of letters) {
        await sqs.send(new ChangeMessageVisibilityCommand({ ...handle(letter), VisibilityTimeout: 0 }));
      }
    },
  };
}
