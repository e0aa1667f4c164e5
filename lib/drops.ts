import { Duration, Stack } from 'aws-cdk-lib';
import { Grant, type IRole } from 'aws-cdk-lib/aws-iam';
import { Bucket, BucketEncryption, type BucketProps, EventType, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { SqsDestination } from 'aws-cdk-lib/aws-s3-notifications';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { asBucket, closed, everyObjectOf } from './closed-bucket.ts';
import type { DataKey } from './data-key.ts';
import { logRetention } from './log-retention.ts';
import { Replication } from './replication.ts';
import type { Settings } from './settings.ts';

export type DropsProps = {
  readonly key: DataKey;
  readonly dropsBucketName?: string;
  readonly reportsBucketName?: string;
  readonly replica?: Settings['replica'];
};

/**
 * The files that councils put, and the report of each. The drops bucket is versioned and is the record of
 * everything ever said: the table can be rebuilt from it, so no rule ever expires a version.
 */
export class Drops extends Construct {
  readonly bucket: Bucket;
  readonly reports: Bucket;
  readonly #key: DataKey;

  constructor(scope: Construct, id: string, props: DropsProps) {
    super(scope, id);
    const { key, dropsBucketName, reportsBucketName, replica } = props;
    this.#key = key;
    const accessLogs = new Bucket(this, 'AccessLogs', {
      ...closed,
      // Amazon S3 delivers access logs only to buckets that it encrypts with its own key.
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ id: 'access-logs', expiration: Duration.days(logRetention(scope).accessLogDays) }],
    });
    acknowledge(accessLogs, {
      'AwsSolutions-S1': 'It holds the access logs: logging its own would never end.',
    });
    const encrypted = {
      ...closed,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One call to the key service a bucket and hour instead of one an object.
      bucketKeyEnabled: true,
      serverAccessLogsBucket: asBucket(accessLogs),
    } satisfies BucketProps;
    const copies = replica && new Replication(this, 'Replication', replica);
    this.bucket = new Bucket(this, 'Bucket', {
      ...encrypted,
      versioned: true,
      lifecycleRules: [{ id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) }],
      serverAccessLogsPrefix: 'drops/',
      ...copies?.bucketProps,
      ...(dropsBucketName === undefined ? {} : { bucketName: dropsBucketName }),
    });
    copies?.copyFrom(this.bucket, key);
    this.reports = new Bucket(this, 'Reports', {
      ...encrypted,
      serverAccessLogsPrefix: 'reports/',
      ...(reportsBucketName === undefined ? {} : { bucketName: reportsBucketName }),
    });
  }

  /**
   * The origin at which presigned addresses lie. Without a dashboard name of its own the exact one cannot be told: the
   * bucket names the distribution as the origin of uploads, and neither could then be made before the other.
   */
  originFor({ dashboardUrl }: Pick<Settings, 'dashboardUrl'>): string {
    const { region, urlSuffix } = Stack.of(this);
    return dashboardUrl === undefined
      ? `https://*.s3.${region}.${urlSuffix}`
      : `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** Lets pages of one origin, `https://bellwether.example`, put files to presigned addresses. */
  takeUploadsFrom(origin: string): void {
    this.bucket.addCorsRule({
      allowedMethods: [HttpMethods.PUT],
      allowedOrigins: [origin],
      allowedHeaders: ['content-type', 'x-amz-meta-known-at'],
      exposedHeaders: ['ETag', 'x-amz-version-id'],
      maxAge: 300,
    });
  }

  /** A put and a delete (its marker is a version without rows) are told to the queue, at least once, unordered. */
  notify(queue: IQueue): void {
    const destination = new SqsDestination(queue);
    this.bucket.addEventNotification(EventType.OBJECT_CREATED, destination);
    this.bucket.addEventNotification(EventType.OBJECT_REMOVED, destination);
    for (const child of Stack.of(this).node.children) {
      if (child.node.id.startsWith('BucketNotificationsHandler')) acknowledge(child, notificationsHandler);
    }
  }

  /** Read every version of every file, and list the versions: their order is the order of the drops. */
  grantReadDrops(role: IRole): void {
    // Without s3:ListBucket a file that is already gone is answered as forbidden instead of missing.
    allow(role, ['s3:ListBucket', 's3:ListBucketVersions'], this.bucket.bucketArn);
    allow(role, ['s3:GetObject', 's3:GetObjectVersion'], this.bucket.arnForObjects('*'));
    acknowledge(role, { [everyObjectOf(this.bucket)]: 'A council may drop a file under any name.' });
    this.#key.grantReading(role);
  }

  /** Put files: a presigned address has the rights of the role that signed it. */
  grantPutDrops(role: IRole): void {
    allow(role, ['s3:PutObject'], this.bucket.arnForObjects('*'));
    acknowledge(role, { [everyObjectOf(this.bucket)]: 'A council may drop a file under any name.' });
    this.#key.grantWriting(role);
  }

  grantWriteReports(role: IRole): void {
    allow(role, ['s3:PutObject'], this.reports.arnForObjects('*'));
    acknowledge(role, {
      [everyObjectOf(this.reports)]: 'Each drop has a report, named by the id of the drop.',
    });
    this.#key.grantWriting(role);
  }
}

const notificationsHandler = {
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
    "CDK's own helper, run at deployment only; it cannot be given another role.",
};

function allow(grantee: IRole, actions: string[], resource: string): void {
  Grant.addToPrincipal({ grantee, actions, resourceArns: [resource] });
}
