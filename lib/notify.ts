import { Duration } from 'aws-cdk-lib';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ProductFunction } from './product-function.ts';
import type { Store } from './store.ts';
import type { Topics } from './topics.ts';
import { WorkQueue } from './work-queue.ts';

export type NotifyProps = { readonly store: Store; readonly topics: Topics };

/** From committed runs to messages, in the order of the runs. */
export class Notify extends Construct {
  readonly work: WorkQueue;
  readonly fn: ProductFunction;

  constructor(scope: Construct, id: string, { store, topics }: NotifyProps) {
    super(scope, id);
    const timeout = Duration.minutes(1);
    const operations = topics.operations;
    this.work = new WorkQueue(this, 'Work', {
      workTimeout: timeout,
      operations,
      alarm: {
        whoIsHurt: 'On-call of a council: an alert is decided but has not been sent.',
        whatToDo:
          'Read the area from the dead letter, mend the cause shown in the notify logs, then redrive.',
        runbook: 'notify-dead-letters',
      },
    });
    this.fn = new ProductFunction(this, 'Function', {
      folder: 'notify',
      description: 'Sends the alert transitions of committed runs',
      timeout,
      memorySize: 512,
      environment: {
        TABLE_NAME: store.table.tableName,
        ON_CALL_TOPIC_ARN: topics.onCall.topicArn,
        DATA_QUALITY_TOPIC_ARN: topics.dataQuality.topicArn,
        OPERATIONS_TOPIC_ARN: operations.topicArn,
      },
      operations,
      alarm: {
        whoIsHurt: 'On-call of a council: an alert is late, and is retried.',
        whatToDo: 'Look in the notify logs for the area, and whether the topics and their key can be used.',
        runbook: 'notify-errors',
      },
    });
    this.work.workedOffBy(this.fn, { batchSize: 10 });
    store.grant(this.fn, 'dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:UpdateItem');
    topics.grantPublish(this.fn);
  }

  /** Has the areas that it works on told to a further queue. */
  alsoTell(queue: IQueue): void {
    this.fn.addEnvironment('WEBHOOK_QUEUE_URL', queue.queueUrl);
    queue.grantSendMessages(this.fn);
  }
}
