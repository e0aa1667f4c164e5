import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket, type BucketProps } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { everyObjectOf } from './closed-bucket.ts';
import type { DataKey } from './data-key.ts';
import type { Settings } from './settings.ts';
import { inThisAccount } from './this-account.ts';

/**
 * Copies every version of every dropped file to a bucket in another region, delete markers too: the record of
 * everything ever said then outlives a region. The bucket is versioned and made beforehand (docs/how-to/deploy.md).
 */
export class Replication extends Construct {
  readonly bucketProps: Pick<BucketProps, 'replicationRole' | 'replicationRules'>;
  readonly #role: Role;
  readonly #bucketArn: string;
  readonly #keyArn: string;

  constructor(scope: Construct, id: string, { bucketArn, keyArn }: NonNullable<Settings['replica']>) {
    super(scope, id);
    this.#bucketArn = bucketArn;
    this.#keyArn = keyArn;
    // An own role: the one that CDK makes may use every action of the key that begins so.
    this.#role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('s3.amazonaws.com', { conditions: inThisAccount(this) }),
    });
    this.bucketProps = {
      replicationRole: this.#role,
      replicationRules: [
        {
          id: 'another-region',
          destination: Bucket.fromBucketArn(this, 'Replica', bucketArn),
          kmsKey: Key.fromKeyArn(this, 'ReplicaKey', keyArn),
          sseKmsEncryptedObjects: true,
          deleteMarkerReplication: true,
          priority: 1,
        },
      ],
    };
  }

  /** Lets it read every version of a bucket, write the replica, and no more. */
  copyFrom(bucket: Bucket, key: DataKey): void {
    const allow = (actions: string[], ...resourceArns: string[]) =>
      Grant.addToPrincipal({ grantee: this.#role, actions, resourceArns });
    allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], bucket.bucketArn);
    allow(
      ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
      bucket.arnForObjects('*'),
    );
    const copies = `${this.#bucketArn}/*`;
    allow(['s3:ReplicateObject', 's3:ReplicateDelete', 's3:ReplicateTags'], copies);
    allow(['kms:Encrypt'], this.#keyArn);
    key.grantReading(this.#role);
    acknowledge(this.#role, {
      [everyObjectOf(bucket)]: 'Every file is copied: it is the record.',
      [`AwsSolutions-IAM5[Resource::${copies}]`]: 'Every file is copied, under the key that it has.',
    });
  }
}
