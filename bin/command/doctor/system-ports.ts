import {
  DescribeContinuousBackupsCommand,
  DynamoDBClient,
  type TableDescription,
} from '@aws-sdk/client-dynamodb';
import {
  GetBucketNotificationConfigurationCommand,
  GetBucketVersioningCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import {
  ListSubscriptionsByTopicCommand,
  type ListSubscriptionsByTopicCommandOutput,
  SNSClient,
  type Subscription,
} from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { versionLister } from '../../../functions/clients/all-versions.ts';
import { dropStore } from '../../../shared/store/drops.ts';
import { runStore } from '../../../shared/store/runs.ts';
import { settingStore } from '../../../shared/store/settings.ts';
import { version } from '../../../shared/version.ts';
import { describedTable } from '../beside-table.ts';
import { clientOptions, type SystemPlace } from '../system-place.ts';
import { askOverHttp } from './ask.ts';
import type { BucketFacts, SubscriptionFacts, SystemPorts, TableFacts } from './ports.ts';

/** A running system as the doctor sees it; `close` when done. */
export function systemPorts(place: SystemPlace): SystemPorts & { close(): void } {
  const s3 = new S3Client({
    ...clientOptions(place, 's3'),
    forcePathStyle: place.endpoints !== undefined,
  });
  const dynamodb = new DynamoDBClient(clientOptions(place, 'dynamodb'));
  const sqs = new SQSClient(clientOptions(place, 'sqs'));
  const sns = new SNSClient(clientOptions(place, 'sns'));
  const stored = { client: DynamoDBDocumentClient.from(dynamodb), name: place.table };
  return {
    place,
    version,
    ask: askOverHttp,
    bucket: (name) => bucketFacts(s3, name),
    listing: versionLister(s3, place.dropsBucket),
    table: () => tableFacts(dynamodb, place),
    drops: dropStore(stored),
    runs: runStore(stored),
    settings: settingStore(stored),
    queues: {
      arn: async (url) => (await attributes(sqs, url)).QueueArn ?? '',
      async waiting(url) {
        const { ApproximateNumberOfMessages: visible, ApproximateNumberOfMessagesNotVisible: held } =
          await attributes(sqs, url);
        return Number(visible) + Number(held);
      },
    },
    subscriptions: (topicArn) => subscriptionFacts(sns, topicArn),
    now: () => new Date(Date.now() + place.clockOffsetMs),
    realNow: () => new Date(),
    close() {
      for (const client of [s3, dynamodb, sqs, sns]) client.destroy();
    },
  };
}

async function bucketFacts(s3: S3Client, Bucket: string): Promise<BucketFacts | undefined> {
  try {
    const { Status } = await s3.send(new GetBucketVersioningCommand({ Bucket }));
    const { QueueConfigurations = [] } = await s3.send(
      new GetBucketNotificationConfigurationCommand({ Bucket }),
    );
    const telling = (event: string) =>
      QueueConfigurations.filter(({ Events = [] }) => Events.some((each) => each.startsWith(event))).flatMap(
        ({ QueueArn }) => QueueArn ?? [],
      );
    return {
      versioned: Status === 'Enabled',
      tellsOfPuts: telling('s3:ObjectCreated:'),
      tellsOfDeletions: telling('s3:ObjectRemoved:'),
    };
  } catch (error) {
    if (error instanceof S3ServiceException && error.name === 'NoSuchBucket') return undefined;
    throw error;
  }
}

async function tableFacts(
  dynamodb: DynamoDBClient,
  { table, endpoints }: SystemPlace,
): Promise<TableFacts | undefined> {
  const found = await describedTable(dynamodb, table);
  if (found === undefined) return undefined;
  const here = {
    key: keyOf(found),
    status: found.TableStatus ?? 'unknown',
    protected: null,
    recoverable: null,
  };
  if (endpoints !== undefined) return here;
  const { ContinuousBackupsDescription: backups } = await dynamodb.send(
    new DescribeContinuousBackupsCommand({ TableName: table }),
  );
  return {
    ...here,
    protected: found.DeletionProtectionEnabled === true,
    recoverable: backups?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus === 'ENABLED',
  };
}

function keyOf({ KeySchema = [], AttributeDefinitions = [] }: TableDescription): string[] {
  return KeySchema.map(
    ({ AttributeName: name }) =>
      `${name} ${AttributeDefinitions.find((each) => each.AttributeName === name)?.AttributeType}`,
  );
}

async function attributes(sqs: SQSClient, QueueUrl: string) {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
  );
  return Attributes;
}

async function subscriptionFacts(sns: SNSClient, TopicArn: string): Promise<SubscriptionFacts[]> {
  const found: Subscription[] = [];
  let next: string | undefined;
  do {
    const page: ListSubscriptionsByTopicCommandOutput = await sns.send(
      new ListSubscriptionsByTopicCommand({ TopicArn, ...(next !== undefined && { NextToken: next }) }),
    );
    found.push(...(page.Subscriptions ?? []));
    next = page.NextToken;
  } while (next !== undefined);
  return found.map(({ Endpoint = '', SubscriptionArn = '' }) => ({
    endpoint: Endpoint,
    // SNS writes "PendingConfirmation" in its place until the recipient has confirmed.
    confirmed: SubscriptionArn.startsWith('arn:'),
  }));
}
