import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Drops } from './drops.ts';
import { OperationsAlarm, watched } from './operations-alarm.ts';
import { ProductFunction } from './product-function.ts';
import { productMetric } from './product-metric.ts';
import type { Store } from './store.ts';
import { Sweep } from './sweep.ts';
import { WorkQueue } from './work-queue.ts';

export type IngestProps = {
  readonly areas: readonly string[];
  readonly drops: Drops;
  readonly store: Store;
  readonly dirtyAreas: IQueue;
  /** Takes the areas whose runs may not be sent yet. */
  readonly runs: IQueue;
  readonly operations: ITopic;
};

/** From a file that was put to its cells, its report, and an area to recompute. */
export class Ingest extends Construct {
  readonly work: WorkQueue;
  readonly fn: ProductFunction;

  constructor(scope: Construct, id: string, props: IngestProps) {
    super(scope, id);
    const { areas, drops, store, dirtyAreas, runs, operations } = props;
    const timeout = Duration.minutes(5);
    this.work = new WorkQueue(this, 'Work', {
      workTimeout: timeout,
      operations,
      alarm: {
        whoIsHurt: 'A council whose file was put and is not taken up: its figures stay as they were.',
        whatToDo:
          'Read the key from the dead letter, mend the cause shown in the ingest logs, then start the redrive.',
        runbook: 'ingest-dead-letters',
      },
    });
    this.fn = new ProductFunction(this, 'Function', {
      folder: 'ingest',
      description: 'Reads dropped files: cells, reports, areas to recompute',
      timeout,
      memorySize: 1024,
      environment: {
        TABLE_NAME: store.table.tableName,
        DROPS_BUCKET: drops.bucket.bucketName,
        REPORTS_BUCKET: drops.reports.bucketName,
        DIRTY_QUEUE_URL: dirtyAreas.queueUrl,
        INGEST_QUEUE_URL: this.work.queue.queueUrl,
        NOTIFY_QUEUE_URL: runs.queueUrl,
        AREAS: areas.join(','),
      },
      operations,
      alarm: {
        whoIsHurt: 'A council that has put a file: it waits for its report, and is retried.',
        whatToDo:
          'Look in the ingest logs for the drop id. Nothing is lost: after five tries it is a dead letter.',
        runbook: 'ingest-errors',
      },
    });
    this.work.workedOffBy(this.fn, { batchSize: 10 });
    drops.notify(this.work.queue);

    drops.grantReadDrops(this.fn.ownRole);
    drops.grantWriteReports(this.fn.ownRole);
    store.grant(
      this.fn,
      'dynamodb:Query',
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:BatchWriteItem',
    );
    for (const queue of [dirtyAreas, runs, this.work.queue]) queue.grantSendMessages(this.fn);
    new OperationsAlarm(this, 'ObjectsGone', {
      whoIsHurt:
        'A council whose file was removed from the drops bucket for good: its figures still show, and a rebuild would lose them.',
      whatToDo:
        'The ingest log names the drops under "objects-gone". Put the file again under the same key, with its known-at; find out who may remove versions.',
      runbook: 'objects-gone',
      metric: productMetric('ObjectsGone', { statistic: 'Maximum', period: watched }),
      threshold: 1,
      operations,
    });
    new Sweep(this, 'Sweep', { queue: this.work.queue, operations });
  }
}
