import type { S3Client } from '@aws-sdk/client-s3';
import { REGION } from '../resources/place.ts';
import type { BucketConfig, BucketNotification } from '../s3/bucket-config.ts';
import { type EventDelivery, formEncode } from '../s3/events.ts';
import { type LatestVersion, latestVersions } from './latest-versions.ts';

/**
 * Sends an event for each key whose latest version is younger than `since`: events live in memory, so a kill may have
 * lost them, while the bucket is on disk. Consumers take events as hints and may see one twice. Answers how many
 * were sent.
 */
export async function announceAgain(
  s3: S3Client,
  buckets: readonly BucketConfig[],
  since: number,
  deliver: (delivery: EventDelivery) => Promise<void>,
): Promise<number> {
  let sent = 0;
  for (const bucket of buckets) {
    const { name, notifications = [] } = bucket;
    if (notifications.length === 0) continue;
    for (const version of await latestVersions(s3, name)) {
      if (version.at.getTime() < since) continue;
      const asking = notifications.filter((notification) => asksFor(notification, version));
      for (const target of new Set(asking.map((each) => each.target))) {
        await deliver({ target, event: { Records: [record(name, version)] } });
        sent += 1;
      }
    }
  }
  return sent;
}

function asksFor(
  { events, prefix = '', suffix = '' }: BucketNotification,
  { key, deleted }: LatestVersion,
): boolean {
  const kind = deleted ? 's3:ObjectRemoved:' : 's3:ObjectCreated:';
  return events.some((event) => event.startsWith(kind)) && key.startsWith(prefix) && key.endsWith(suffix);
}

function record(bucket: string, { key, versionId, at, deleted }: LatestVersion) {
  const owner = { principalId: 'LOCAL' };
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: REGION,
    eventTime: at.toISOString(),
    eventName: deleted ? 'ObjectRemoved:DeleteMarkerCreated' : 'ObjectCreated:Put',
    userIdentity: owner,
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: {},
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'announced-again',
      bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}`, ownerIdentity: owner },
      object: { key: formEncode(key), versionId, sequencer: '0' },
    },
  } as const;
}
