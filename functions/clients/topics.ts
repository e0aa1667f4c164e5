import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Topic } from '../../shared/alerting/condition.ts';
import type { OutgoingMessage } from '../../shared/alerting/group.ts';
import { mailOf } from '../../shared/alerting/mail.ts';
import { required } from '../environment.ts';

/** The SNS client of the process. */
const sns = new SNSClient({});

// SNS refuses longer subjects.
const LONGEST_SUBJECT = 100;

/** Publishes to the topic of an audience; the subject is what an e-mail shows first. */
export async function publish(topic: Topic, message: OutgoingMessage): Promise<void> {
  const topics = {
    'on-call': 'ON_CALL_TOPIC_ARN',
    'data-quality': 'DATA_QUALITY_TOPIC_ARN',
    operations: 'OPERATIONS_TOPIC_ARN',
  } as const satisfies Record<Topic, string>;
  const mail = mailOf(message);
  const Subject = mail.subject
    .replaceAll('£', 'GBP ')
    .replace(/[^\x20-\x7e]/g, '-')
    .slice(0, LONGEST_SUBJECT);
  await sns.send(
    new PublishCommand({
      TopicArn: required(topics[topic]),
      Subject,
      MessageStructure: 'json',
      // Programs get the message as it is, people theirs to read.
      Message: JSON.stringify({ default: JSON.stringify(message), email: mail.body }),
    }),
  );
}
