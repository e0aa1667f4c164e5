import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { areasAtOnce, recomputeTimeout } from './dirty-areas.ts';
import { ProductFunction } from './product-function.ts';
import type { Store } from './store.ts';
import type { WorkQueue } from './work-queue.ts';

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
      timeout: recomputeTimeout,
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
        runbook: 'recompute-errors',
      },
    });
    // The window makes one recompute of the many files of one evening; five seconds is what a reader waits.
    dirtyAreas.workedOffBy(this.fn, { batchSize: areasAtOnce, window: Duration.seconds(5) });
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
