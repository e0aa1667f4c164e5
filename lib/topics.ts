import { Grant, type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import type { DataKey } from './data-key.ts';
import { mailFindings } from './serverless-findings.ts';
import type { Settings } from './settings.ts';
import { inThisAccount } from './this-account.ts';

export type TopicsProps = {
  readonly key: DataKey;
  /** Mailboxes that are subscribed; each confirms once, from a message that AWS sends it. */
  readonly recipients?: Settings['alarmRecipients'];
};

/** Where messages go: the council's on-call, those who mend data, and those who run the system. */
export class Topics extends Construct {
  readonly onCall: Topic;
  readonly dataQuality: Topic;
  readonly operations: Topic;
  readonly #key: DataKey;

  constructor(scope: Construct, id: string, { key, recipients }: TopicsProps) {
    super(scope, id);
    this.#key = key;
    const topic = (name: string, displayName: string) =>
      new Topic(this, name, { displayName, masterKey: key, enforceSSL: true });
    this.onCall = topic('OnCall', 'Bellwether: on-call');
    this.dataQuality = topic('DataQuality', 'Bellwether: data quality');
    this.operations = topic('Operations', 'Bellwether: operations');
    for (const name of ['onCall', 'dataQuality', 'operations'] as const)
      for (const mailbox of recipients?.[name] ?? [])
        acknowledge(this[name].addSubscription(new EmailSubscription(mailbox)), mailFindings);
    // The TLS rule replaces the topic's default policy, which had let the account's alarms publish.
    this.operations.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsPublish',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.operations.topicArn],
        conditions: inThisAccount(this),
      }),
    );
  }

  grantPublish(to: IGrantable): void {
    const topics = [this.onCall, this.dataQuality, this.operations];
    Grant.addToPrincipal({
      grantee: to,
      actions: ['sns:Publish'],
      resourceArns: topics.map(({ topicArn }) => topicArn),
    });
    this.#key.grantWriting(to);
  }
}
