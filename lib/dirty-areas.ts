import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { DeadLetters, WorkQueue } from './work-queue.ts';

// Messages, not councils: in a flood of files most are of one council, and the more there are in a batch the fewer
// runs come of them. 10,000 files made 430 runs in batches of 20.
export const areasAtOnce = 100;
// A batch of different councils at the five seconds that one may take, and some more.
export const recomputeTimeout: Duration = Duration.minutes(10);

/** The areas whose figures have changed, or whose day has: each message is one area, or `*` for all. */
export class DirtyAreas extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { operations }: { readonly operations: ITopic }) {
    super(scope, id);
    this.work = new WorkQueue(this, 'Work', {
      workTimeout: recomputeTimeout,
      operations,
      alarm: {
        whoIsHurt: 'Readers of one council: its ratings, forecasts and alerts stay those of the last run.',
        whatToDo:
          'Read the area from the dead letter, mend the cause shown in the recompute logs, then redrive.',
        runbook: 'recompute-dead-letters',
      },
    });
    const unsent = new DeadLetters(this, 'Unsent', {
      operations,
      alarm: {
        whoIsHurt:
          'Every council: the nightly recompute was not started, so nothing overdue is noticed today.',
        whatToDo:
          'Start it with `npm run recompute -- --stage NAME`, then look at the schedule and its role.',
        runbook: 'nightly-recompute-not-started',
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
