import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../lib/settings.ts';
import { grantsOf } from './permissions.ts';
import { synthesise } from './synthesised.ts';

const secret = 'arn:aws:secretsmanager:eu-west-2:123456789012:secret:bellwether-webhook-AbCdEf';
const template = synthesise({ ...defaultSettings, webhookSecretArn: secret });

const reads = ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'];
const writes = [...reads, 'dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'];
const send = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const receive = [
  ...['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl'],
  'sqs:ReceiveMessage',
];
const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const decrypt = ['kms:Decrypt'];
const encrypt = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'];
const files = {
  DropsBucket: ['s3:ListBucket', 's3:ListBucketVersions'],
  'every object of DropsBucket': ['s3:GetObject', 's3:GetObjectVersion'],
};

/** What each function needs, by what it does: told from its handler's ports and not from the template. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // Reads files, writes cells, drops and reports, says which areas have changed, and sends itself what the sweep finds.
  ingest: {
    ...files,
    ...{ IngestFunctionLogs: log, StoreTable: writes, DataKey: encrypt },
    'every object of DropsReports': ['s3:PutObject'],
    ...{ IngestWorkQueue: [...receive, ...send], DirtyAreasWorkQueue: send, NotifyWorkQueue: send },
  },
  // Reads facts, writes runs; of `*` it sends itself each area.
  recompute: {
    ...{ RecomputeFunctionLogs: log, StoreTable: writes, DataKey: encrypt },
    ...{ DirtyAreasWorkQueue: [...receive, ...send], NotifyWorkQueue: send },
  },
  // Reads runs by their ids, keeps how far it has got, publishes.
  notify: {
    ...{ NotifyFunctionLogs: log, DataKey: encrypt },
    StoreTable: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem'],
    ...{ NotifyWorkQueue: receive, WebhookWorkQueue: send },
    ...{ TopicsOnCall: ['sns:Publish'], TopicsDataQuality: ['sns:Publish'] },
    TopicsOperations: ['sns:Publish'],
  },
  webhook: {
    ...{ WebhookFunctionLogs: log, DataKey: encrypt, WebhookWorkQueue: receive },
    StoreTable: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem'],
    [secret]: ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'],
  },
  // Only reads.
  api: { ApiFunctionLogs: log, StoreTable: reads, DataKey: decrypt },
  compute: { ApiComputeLogs: log, StoreTable: reads, DataKey: decrypt },
  files: { ...files, ApiFilesLogs: log, StoreTable: reads, DataKey: decrypt },
  // Adds settings and requests, asks for recomputes, signs for one file to be put.
  actions: {
    ...{ ApiActionsLogs: log, StoreTable: [...reads, 'dynamodb:PutItem'], DataKey: encrypt },
    ...{ DirtyAreasWorkQueue: send, 'every object of DropsBucket': ['s3:PutObject'] },
  },
};

/** Every function writes traces: X-Ray knows no resources. */
const traces = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];
const all = Object.keys(expected).map((folder) => [folder, grantsOf(folder, template)] as const);
const granted = all.map(
  ([folder, grants]) => [folder, grants.filter(({ action }) => !traces.includes(action))] as const,
);
const actions = [...new Set(granted.flatMap(([, grants]) => grants.map(({ action }) => action)))];
const resources = [...new Set(granted.flatMap(([, grants]) => grants.map(({ resource }) => resource)))];

describe('every function, every action, every resource', () => {
  test.each(granted)('%s may do what it must, and nothing else', (folder, grants) => {
    const may = (action: string, resource: string) =>
      grants.some((each) => each.action === action && each.resource === resource);
    const must = (action: string, resource: string) =>
      expected[folder]?.[resource]?.includes(action) ?? false;
    const wrong = actions.flatMap((action) =>
      resources.flatMap((resource) =>
        may(action, resource) === must(action, resource)
          ? []
          : [`${folder} ${may(action, resource) ? 'may' : 'may not'} ${action} on ${resource}`],
      ),
    );
    expect(wrong).toEqual([]);
    for (const [resource, named] of Object.entries(expected[folder] ?? {}))
      for (const action of named) expect(may(action, resource), `${action} on ${resource}`).toBe(true);
  });

  test.each(all)('%s may write traces', (_, grants) => {
    expect(grants.flatMap(({ action, resource }) => (resource === '*' ? [action] : [])).toSorted()).toEqual(
      traces,
    );
  });

  test('is asked about: the table is whole', () => {
    expect(granted.length * actions.length * resources.length).toBeGreaterThan(3000);
  });

  test('names no action and no resource by a wildcard but the objects of two buckets, and traces', () => {
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
    expect(resources.filter((resource) => resource.includes('*'))).toEqual([]);
  });
});
