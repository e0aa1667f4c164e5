import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { ProductFunction } from './product-function.ts';
import type { Store } from './store.ts';
import { DeadLetters, WorkQueue } from './work-queue.ts';

const timeout = Duration.minutes(2);

/** The areas whose figures have changed, or whose day has: each message is one area, or `*` for all. */
export class DirtyAreas extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { operations }: { readonly operations: ITopic }) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', {
      workTimeout: timeout,
      operations,
      alarm: {
        whoIsHurt: 'Readers of one council: its ratings, forecasts and alerts stay those of the last run.',
        whatToDo:
          'Read the area from the dead letter, mend the cause shown in the recompute logs, then redrive.',
      },
    });
    const unsent = new DeadLetters(this, 'Unsent', {
      operations,
      alarm: {
        whoIsHurt:
          'Every council: the nightly recompute was not started, so nothing overdue is noticed today.',
        whatToDo:
          'Start it with `npm run recompute -- --stage NAME`, then look at the schedule and its role.',
      },
    });
    acknowledge(unsent.queue, {
      'AwsSolutions-SQS3': 'It is itself the dead-letter queue, of the schedule.',
    });
    new Schedule(this, 'Nightly', {
      description: 'Recompute every area: what is overdue changes with the day',
      schedule: ScheduleExpression.cron({ minute: '15', hour: '2', timeZone: TimeZone.EUROPE_LONDON }),
      target: new SqsSendMessage(this.work.queue, {
        input: ScheduleTargetInput.fromObject({ area: '*' }),
        deadLetterQueue: unsent.queue,
        maxEventAge: Duration.hours(6),
        retryAttempts: 20,
      }),
    });
  }
}

export type RecomputeProps = {
  readonly areas: readonly string[];
  readonly dashboardUrl: string;
  readonly store: Store;
  readonly dirtyAreas: WorkQueue;
  readonly runs: IQueue;
  readonly operations: ITopic;
};

/** From a dirty area to its next run: fold, derive, forecast, rate, alert; then tells notify. */
export class Recompute extends Construct {
  readonly fn: ProductFunction;

  constructor(scope: Construct, id: string, props: RecomputeProps) {
    super(scope, id);
    const { areas, dashboardUrl, store, dirtyAreas, runs, operations } = props;
    this.fn = new ProductFunction(this, 'Function', {
      folder: 'recompute',
      description: 'Makes the next run of an area: derived figures, forecasts, ratings, alert transitions',
      timeout,
      memorySize: 1769, // one whole core
      environment: {
        TABLE_NAME: store.table.tableName,
        DIRTY_QUEUE_URL: dirtyAreas.queue.queueUrl,
        NOTIFY_QUEUE_URL: runs.queueUrl,
        AREAS: areas.join(','),
        DASHBOARD_URL: dashboardUrl,
      },
      operations,
      alarm: {
        whoIsHurt: 'Readers of a council: a change of its figures is not shown yet, and is retried.',
        whatToDo:
          'Look in the recompute logs for the area. The last run stays whole and goes on being served.',
      },
    });
    // The window makes one recompute of the many files of one evening; five seconds is what a reader waits.
    dirtyAreas.workedOffBy(this.fn, { batchSize: 100, window: Duration.seconds(5) });
    store.grant(
      this.fn,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:BatchWriteItem',
    );
    runs.grantSendMessages(this.fn);
    dirtyAreas.queue.grantSendMessages(this.fn);
  }
}
