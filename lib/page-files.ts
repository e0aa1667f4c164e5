import { Stack, Token } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { asBucket, everyObjectOf } from './closed-bucket.ts';
import { helperFindings } from './serverless-findings.ts';

export type PageFilesProps = {
  readonly bucket: Bucket;
  readonly folder: string;
  /** Names in the folder that are left out. */
  readonly except?: readonly string[];
  /** Where in the bucket they go; its root unless told. */
  readonly under?: string;
  readonly cacheControl: string;
};

/** Built files that are copied into a bucket at deployment. Nothing is removed: open pages may still fetch it. */
export class PageFiles extends Construct {
  constructor(scope: Construct, id: string, props: PageFilesProps) {
    super(scope, id);
    const { bucket, folder, except = [], under, cacheControl } = props;
    new BucketDeployment(this, 'Files', {
      sources: [Source.asset(folder, { exclude: [...except] })],
      destinationBucket: asBucket(bucket),
      ...(under !== undefined && { destinationKeyPrefix: under }),
      cacheControl: [CacheControl.fromString(cacheControl)],
      prune: false,
    });
    for (const child of Stack.of(this).node.children) {
      if (child.node.id.startsWith('Custom::CDKBucketDeployment'))
        acknowledge(child, { ...helper(this, bucket), ...helperFindings });
    }
  }
}

const onlyAtDeployment = "CDK's own helper, run at deployment only; its rights are not ours to choose.";

function helper(scope: Construct, bucket: Bucket): Record<string, string> {
  const findings = [
    'AwsSolutions-L1',
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
    ...['GetBucket', 'GetObject', 'List', 'Abort', 'DeleteObject'].map(
      (action) => `AwsSolutions-IAM5[Action::s3:${action}*]`,
    ),
    // Where the CDK keeps the files until they are copied.
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-${accountOf(scope)}-${Stack.of(scope).region}/*]`,
    everyObjectOf(bucket),
  ];
  return Object.fromEntries(findings.map((finding) => [finding, onlyAtDeployment]));
}

/** The account as findings name it: its number where the stage says it. */
function accountOf(scope: Construct): string {
  const { account } = Stack.of(scope);
  return Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
}
