import type { Bucket } from '../bucket.ts';
import { emptyReply, type Reply, xmlReply } from '../protocol/reply.ts';
import type { S3Request } from '../protocol/request.ts';
import type { Service } from '../service.ts';
import { nullVersionId } from '../store/version.ts';

/** ListBuckets. */
export function listBuckets({ buckets }: Service): Reply {
  const nodes = [...buckets.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(
      ({ name, createdAt }) =>
        [
          'Bucket',
          [
            ['Name', name],
            ['CreationDate', createdAt.toISOString()],
          ],
        ] as const,
    );
  return xmlReply('ListAllMyBucketsResult', [
    [
      'Owner',
      [
        ['ID', 'local'],
        ['DisplayName', 'local'],
      ],
    ],
    ['Buckets', nodes],
  ]);
}

/** HeadBucket. */
export function headBucket(_bucket: Bucket, _request: S3Request, { region }: Service): Reply {
  return emptyReply(200, { 'x-amz-bucket-region': region });
}

/** GetBucketLocation. */
export function bucketLocation(_bucket: Bucket, _request: S3Request, { region }: Service): Reply {
  return xmlReply('LocationConstraint', region);
}

/** GetBucketVersioning: empty for a bucket that never kept versions. */
export function bucketVersioning(bucket: Bucket): Reply {
  const { index } = bucket.objects;
  const hasVersions = () =>
    index
      .keysFrom('')
      .some((key) => index.versionsOf(key).some(({ versionId }) => versionId !== nullVersionId));
  const status = bucket.config().versioned ? 'Enabled' : hasVersions() ? 'Suspended' : null;
  return xmlReply('VersioningConfiguration', status === null ? [] : [['Status', status]]);
}

/** GetBucketNotificationConfiguration: each target is a queue. */
export function bucketNotifications(bucket: Bucket): Reply {
  const { notifications = [] } = bucket.config();
  return xmlReply(
    'NotificationConfiguration',
    notifications.map(({ id, target, events }) => [
      'QueueConfiguration',
      [['Id', id], ['Queue', target], ...events.map((event) => ['Event', event] as const)],
    ]),
  );
}
