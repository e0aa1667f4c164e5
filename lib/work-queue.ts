import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type AlarmText, OperationsAlarm, watched } from './operations-alarm.ts';
import type { ProductFunction } from './product-function.ts';
import { deadLetterFindings } from './serverless-findings.ts';

export type WorkQueueProps = {
  /** The time limit of the function that will work it off. */
  readonly workTimeout: Duration;
  readonly operations: ITopic;
  /** For messages that were given up. */
  readonly alarm: AlarmText;
};

export type WorkedOffBy = { readonly batchSize: number; readonly window?: Duration };

/** A queue with its dead letters and the alarm on them. Messages hold names and codes, never figures. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { workTimeout, operations, alarm }: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { operations, alarm }).queue;
    this.queue = new Queue(this, 'Queue', {
      ...closed,
      // AWS asks for six times the function's timeout: retries of a throttled batch must not overtake it.
      visibilityTimeout: Duration.seconds(workTimeout.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
  }

  /** One bad message of a batch is retried alone; the cap keeps a flood from starving everything else. */
  workedOffBy(fn: ProductFunction, { batchSize, window }: WorkedOffBy): void {
    fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        reportBatchItemFailures: true,
        maxConcurrency: 20,
        ...(window === undefined ? {} : { maxBatchingWindow: window }),
      }),
    );
  }
}

/** A queue for what could not be done, with an alarm that rings at the first message. */
export class DeadLetters extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { operations, alarm }: Omit<WorkQueueProps, 'workTimeout'>) {
    super(scope, id);
    this.queue = new Queue(this, 'Queue', { ...closed, retentionPeriod: Duration.days(14) });
    acknowledge(this.queue, deadLetterFindings);
    new OperationsAlarm(this, 'Alarm', {
      ...alarm,
      metric: this.queue.metricApproximateNumberOfMessagesVisible({ period: watched, statistic: 'Maximum' }),
      threshold: 1,
      operations,
    });
  }
}

// The queues' own encryption costs nothing a message and needs no key rights for S3 and the scheduler.
const closed = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } satisfies QueueProps;
