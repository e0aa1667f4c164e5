import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The SQS client of the process. */
const sqs = new SQSClient({});

/**
 * Puts a message as JSON into a queue, in the line of a group: a council. Amazon SQS hands out the messages of groups
 * that have few before those of one that has many (fair queues), so that no council waits for another's.
 */
export async function sendMessage(queueUrl: string, message: unknown, group?: string): Promise<void> {
  // Said twice: the embedded queue forgets the group of a message that is not of a FIFO queue (fauxqs 2.4.1).
  const line =
    group === undefined
      ? {}
      : {
          MessageGroupId: group,
          MessageAttributes: { group: { DataType: 'String', StringValue: group } },
        };
  await sqs.send(
    new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message), ...line }),
  );
}
