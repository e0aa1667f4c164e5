import { RemovalPolicy } from 'aws-cdk-lib';
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { inThisAccount } from './this-account.ts';

/** The customer-managed key of the table, the buckets and the topics. Losing it loses every figure: retained. */
export class DataKey extends Key {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Bellwether: the table, the buckets and the topics',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // A key policy speaks of its own key only: "*" there means this key and nothing else.
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublishToEncryptedTopics',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: inThisAccount(this),
      }),
    );
  }

  /** Read what is encrypted, each action by name: the helpers of the library grant `kms:ReEncrypt*`. */
  grantReading(to: IGrantable): void {
    this.grant(to, 'kms:Decrypt');
  }

  /** Read and write what is encrypted. */
  grantWriting(to: IGrantable): void {
    this.grant(to, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey');
  }
}
