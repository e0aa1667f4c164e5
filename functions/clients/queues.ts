import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The SQS client of the process. */
const sqs = new SQSClient({});

/** Puts a message as JSON into a queue. */
export async function sendMessage(queueUrl: string, message: unknown): Promise<void> {
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify(message) }));
}
