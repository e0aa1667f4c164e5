import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { type Bucket, declared, type Plan } from '../resources/declaration.ts';
import type { BucketConfig } from '../s3/bucket-config.ts';
import type { EventDelivery } from '../s3/events.ts';

/** The buckets of a plan as the embedded S3 wants them, each with its notifications. The target is a queue's ARN. */
export function bucketConfigs(plan: Plan): BucketConfig[] {
  return declared(plan, 'bucket').map((bucket) => ({
    name: bucket.name,
    versioned: bucket.versioned,
    cors: bucket.cors,
    notifications: notificationsOf(plan, bucket),
  }));
}

function notificationsOf(plan: Plan, bucket: Bucket) {
  return declared(plan, 'bucket-notification')
    .filter((notification) => notification.bucket === bucket.name)
    .map(({ events, prefix, suffix, queueArn }, index) => ({
      id: `${bucket.name}-${index + 1}`,
      target: queueArn,
      events,
      prefix,
      suffix,
    }));
}

/** Carries events of buckets into queues, and knows how many are on their way. */
export type Deliverer = { deliver(delivery: EventDelivery): Promise<void>; pending(): number };

export function deliverer(sqs: SQSClient, plan: Plan): Deliverer {
  const urls = new Map(declared(plan, 'queue').map(({ arn, url }) => [arn, url]));
  let pending = 0;
  return {
    async deliver({ target, event }) {
      const url = urls.get(target);
      if (url === undefined)
        throw new Error(`A bucket's notification names the queue ${target}, which is not in the template.`);
      pending += 1;
      try {
        await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: JSON.stringify(event) }));
      } finally {
        pending -= 1;
      }
    },
    pending: () => pending,
  };
}
