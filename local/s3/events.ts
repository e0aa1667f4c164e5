import type { BucketConfig, BucketNotification } from './bucket-config.ts';
import type { Version } from './store/version.ts';

export type S3EventName =
  | 'ObjectCreated:Put'
  | 'ObjectCreated:Copy'
  | 'ObjectCreated:CompleteMultipartUpload'
  | 'ObjectRemoved:Delete'
  | 'ObjectRemoved:DeleteMarkerCreated';

type S3EventRecord = {
  readonly eventVersion: '2.1';
  readonly eventSource: 'aws:s3';
  readonly awsRegion: string;
  readonly eventTime: string;
  readonly eventName: S3EventName;
  readonly userIdentity: { readonly principalId: string };
  readonly requestParameters: { readonly sourceIPAddress: string };
  readonly responseElements: Readonly<Record<string, string>>;
  readonly s3: {
    readonly s3SchemaVersion: '1.0';
    readonly configurationId: string;
    readonly bucket: {
      readonly name: string;
      readonly arn: string;
      readonly ownerIdentity: { readonly principalId: string };
    };
    readonly object: {
      /** Form-encoded: a space is `+`, a plus `%2B`. */
      readonly key: string;
      readonly size?: number;
      readonly eTag?: string;
      readonly versionId?: string;
      /** Hexadecimal, rises with every change of the bucket. */
      readonly sequencer: string;
    };
  };
};

/** What S3 sends to a queue when an object has changed. */
type S3Event = { readonly Records: readonly [S3EventRecord] };

/** An event and the target of the notification that asked for it. */
export type EventDelivery = { readonly target: string; readonly event: S3Event };

/** A change of a bucket that is on disk already. `version` is what was made or removed. */
export type Change = { readonly name: S3EventName; readonly version: Version; readonly at: Date };

/** The events that a bucket's notifications ask for, one for each notification that matches the change. */
export function deliveriesOf(change: Change, bucket: BucketConfig, region: string): EventDelivery[] {
  return (bucket.notifications ?? [])
    .filter((notification) => wants(notification, change))
    .map((notification) => ({
      target: notification.target,
      event: { Records: [recordOf(change, bucket.name, notification.id, region)] },
    }));
}

function wants(notification: BucketNotification, { name, version }: Change): boolean {
  const asked = notification.events.some((event) =>
    event.endsWith('*') ? `s3:${name}`.startsWith(event.slice(0, -1)) : event === `s3:${name}`,
  );
  return (
    asked &&
    version.key.startsWith(notification.prefix ?? '') &&
    version.key.endsWith(notification.suffix ?? '')
  );
}

function recordOf(change: Change, bucket: string, configurationId: string, region: string): S3EventRecord {
  const { name, version, at } = change;
  const owner = { principalId: 'LOCAL' };
  const created = name.startsWith('ObjectCreated:') && version.kind === 'object';
  return {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: region,
    eventTime: at.toISOString(),
    eventName: name,
    userIdentity: owner,
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: {},
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}`, ownerIdentity: owner },
      object: {
        key: formEncode(version.key),
        ...(created ? { size: version.size, eTag: version.etag } : {}),
        ...(version.versionId === 'null' ? {} : { versionId: version.versionId }),
        sequencer: version.sequence.toString(16).toUpperCase().padStart(16, '0'),
      },
    },
  };
}

/** As S3 writes keys into events: form-encoded, but slashes stay. */
export function formEncode(key: string): string {
  return encodeURIComponent(key)
    .replace(/[!'()~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+')
    .replaceAll('%2F', '/');
}
