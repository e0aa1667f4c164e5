import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  HeadObjectCommand,
  PutObjectCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import type { EventDelivery } from '../../../local/s3/events.ts';
import { startHarness } from './harness.ts';

const Bucket = 'drops';
const all = { id: 'all', target: 'queue', events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] };
const withNotifications = (...notifications: (typeof all & { prefix?: string; suffix?: string })[]) => ({
  buckets: [{ name: Bucket, versioned: true, notifications }],
});

const recordOf = ({ event }: EventDelivery) => event.Records[0];

describe('events', () => {
  test('every kind of change is told, in order, with rising sequencers', async () => {
    const clock = { now: () => new Date('2025-01-09T09:00:00Z') };
    const { client, deliveries } = await startHarness({ clock, ...withNotifications(all) });
    const one = { Bucket, Key: 'a b+é/1.csv' };
    const put = await client().send(new PutObjectCommand({ ...one, Body: 'hello' }));
    const copy = await client().send(
      new CopyObjectCommand({ Bucket, Key: 'copy', CopySource: 'drops/a%20b%2B%C3%A9/1.csv' }),
    );
    const marked = await client().send(new DeleteObjectCommand(one));
    await client().send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'copy', VersionId: copy.VersionId }] } }),
    );
    const { UploadId } = await client().send(new CreateMultipartUploadCommand(one));
    const { ETag } = await client().send(
      new UploadPartCommand({ ...one, UploadId, PartNumber: 1, Body: 'part' }),
    );
    await client().send(
      new CompleteMultipartUploadCommand({
        ...one,
        UploadId,
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] },
      }),
    );
    const records = deliveries.map(recordOf);
    expect(records.map(({ eventName, s3 }) => [eventName, s3.object.key])).toEqual([
      ['ObjectCreated:Put', 'a+b%2B%C3%A9/1.csv'],
      ['ObjectCreated:Copy', 'copy'],
      ['ObjectRemoved:DeleteMarkerCreated', 'a+b%2B%C3%A9/1.csv'],
      ['ObjectRemoved:Delete', 'copy'],
      ['ObjectCreated:CompleteMultipartUpload', 'a+b%2B%C3%A9/1.csv'],
    ]);
    expect(records[0]).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'eu-west-2',
      eventTime: '2025-01-09T09:00:00.000Z',
      s3: {
        configurationId: 'all',
        bucket: { name: Bucket, arn: 'arn:aws:s3:::drops' },
        object: { size: 5, eTag: put.ETag?.replaceAll('"', ''), versionId: put.VersionId },
      },
    });
    expect(records[2]?.s3.object.versionId).toBe(marked.VersionId);
    const sequencers = records.map(({ s3 }) => s3.object.sequencer);
    expect([...new Set(sequencers)].sort()).toEqual(sequencers);
  });

  test('a notification gets the events, prefixes and suffixes that it asks for', async () => {
    const notifications = [
      { ...all, id: 'csv', target: 'csv-queue', suffix: '.csv' },
      {
        ...all,
        id: 'area',
        target: 'area-queue',
        prefix: 'E06000054/',
        events: ['s3:ObjectRemoved:DeleteMarkerCreated'],
      },
    ];
    const { client, deliveries, server } = await startHarness(withNotifications(...notifications));
    await client().send(new PutObjectCommand({ Bucket, Key: 'E06000054/a.csv', Body: 'x' }));
    await client().send(new PutObjectCommand({ Bucket, Key: 'E06000054/a.txt', Body: 'x' }));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'E06000054/a.csv' }));
    await server().ensureBucket({ name: Bucket, versioned: true });
    await client().send(new PutObjectCommand({ Bucket, Key: 'E06000054/b.csv', Body: 'x' }));
    expect(deliveries.map((delivery) => [delivery.target, recordOf(delivery).eventName])).toEqual([
      ['csv-queue', 'ObjectCreated:Put'],
      ['csv-queue', 'ObjectRemoved:DeleteMarkerCreated'],
      ['area-queue', 'ObjectRemoved:DeleteMarkerCreated'],
    ]);
  });

  test('a delete of nothing, and a refused put, tell nothing', async () => {
    const { client, deliveries } = await startHarness(withNotifications(all));
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId: 'never' }));
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const again = client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'y', IfNoneMatch: '*' }));
    await expect(again).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(deliveries).toHaveLength(1);
  });

  test('a delivery that fails is reported, and the object is there', async () => {
    const failing = { onEvent: () => Promise.reject(new Error('queue away')) };
    const { client, reported } = await startHarness({ ...withNotifications(all), ...failing });
    await client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    await client().send(new HeadObjectCommand({ Bucket, Key: 'k' }));
    expect(reported).toEqual([new Error('queue away')]);
  });

  test('the sequencer rises over a restart, though the newest version was removed', async () => {
    const { client, deliveries, restart } = await startHarness(withNotifications(all));
    const put = () => client().send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'x' }));
    const { VersionId } = await put();
    await client().send(new DeleteObjectCommand({ Bucket, Key: 'k', VersionId }));
    await restart();
    await put();
    const sequencers = deliveries.map((delivery) => recordOf(delivery).s3.object.sequencer);
    expect([...new Set(sequencers)].sort()).toEqual(sequencers);
  });
});
