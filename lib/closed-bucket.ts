import { CfnElement, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, type Bucket, type BucketProps, type IBucket } from 'aws-cdk-lib/aws-s3';

/** What every bucket has: nothing public, TLS only, and it outlives its stack. */
export const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
} satisfies BucketProps;

/** The library declares `isWebsite` in two ways, so under exact optional types its Bucket is no IBucket. */
export function asBucket(bucket: Bucket): IBucket {
  return bucket as IBucket;
}

/** The finding of the security rules on `arn/*`. */
export function everyObjectOf(bucket: Bucket): string {
  const { defaultChild } = bucket.node;
  const name = CfnElement.isCfnElement(defaultChild) ? Stack.of(bucket).getLogicalId(defaultChild) : '';
  return `AwsSolutions-IAM5[Resource::<${name}.Arn>/*]`;
}
