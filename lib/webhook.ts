import { Duration } from 'aws-cdk-lib';
import { ParamsAndSecretsLayerVersion, ParamsAndSecretsVersions } from 'aws-cdk-lib/aws-lambda';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Notify } from './notify.ts';
import { OperationsAlarm, watched } from './operations-alarm.ts';
import { ProductFunction } from './product-function.ts';
import type { WebhookPlace } from './settings.ts';
import type { Store } from './store.ts';
import { WorkQueue } from './work-queue.ts';

export type WebhookProps = {
  readonly place: WebhookPlace;
  readonly store: Store;
  readonly notify: Notify;
  readonly operations: ITopic;
};

/** Posts what notify has sent to a webhook as well (Slack, Teams, PagerDuty or any other): only where one is settled. */
export class Webhook extends Construct {
  readonly work: WorkQueue;
  readonly fn: ProductFunction;

  constructor(scope: Construct, id: string, { place, store, notify, operations }: WebhookProps) {
    super(scope, id);
    const timeout = Duration.minutes(1);
    this.work = new WorkQueue(this, 'Work', {
      workTimeout: timeout,
      operations,
      alarm: {
        whoIsHurt: 'Whoever reads alerts through the webhook: it has taken nothing for half an hour.',
        whatToDo:
          'See whether the receiver is up and its address and keys are right. Nothing is lost: the hourly sweep tries again, in order.',
        runbook: 'webhook-dead-letters',
      },
    });
    new OperationsAlarm(this, 'Late', {
      whoIsHurt:
        'Whoever reads alerts through the webhook: the oldest message has waited for a quarter of an hour.',
      whatToDo: 'See whether the receiver is up, and look for errors and throttles of the webhook function.',
      runbook: 'webhook-late',
      metric: this.work.queue.metricApproximateAgeOfOldestMessage({ period: watched, statistic: 'Maximum' }),
      // Seconds. Not half an hour, as for other queues: after five tries of six minutes a message is a dead letter.
      threshold: 900,
      operations,
    });
    this.fn = new ProductFunction(this, 'Function', {
      folder: 'webhook',
      description: 'Posts the alert transitions of committed runs to the webhook',
      timeout,
      memorySize: 256,
      environment: {
        TABLE_NAME: store.table.tableName,
        ...(place.kind === 'secret' ? { WEBHOOK_SECRET_ARN: place.arn } : { LOCAL_WEBHOOK: place.target }),
      },
      operations,
      ...(place.kind === 'secret' && {
        secrets: ParamsAndSecretsLayerVersion.fromVersion(ParamsAndSecretsVersions.V1_0_103),
      }),
      alarm: {
        whoIsHurt: 'Whoever reads alerts through the webhook: a message is late, and is retried.',
        whatToDo: 'Look in the webhook logs for the area, and whether the secret can be read.',
        runbook: 'webhook-errors',
      },
    });
    if (place.kind === 'secret') Secret.fromSecretCompleteArn(this, 'Secret', place.arn).grantRead(this.fn);
    this.work.workedOffBy(this.fn, { batchSize: 10 });
    store.grant(this.fn, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:UpdateItem');
    notify.alsoTell(this.work.queue);
  }
}
