import { Duration, TimeZone } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { SqsSendMessage } from 'aws-cdk-lib/aws-scheduler-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { DeadLetters } from './work-queue.ts';

export type SweepProps = { readonly queue: IQueue; readonly operations: ITopic };

/** Every hour ingest looks through the drops bucket for versions whose event was lost. */
export class Sweep extends Construct {
  constructor(scope: Construct, id: string, { queue, operations }: SweepProps) {
    super(scope, id);
    const unsent = new DeadLetters(this, 'Unsent', {
      operations,
      alarm: {
        whoIsHurt: 'A council whose file was put and whose event was lost: nobody looks for it this hour.',
        whatToDo: 'Look at the schedule and its role. The next sweep that is sent finds everything.',
        runbook: 'sweep-not-started',
      },
    });
    acknowledge(unsent.queue, {
      'AwsSolutions-SQS3': 'It is itself the dead-letter queue, of the schedule.',
    });
    new Schedule(this, 'Hourly', {
      description: 'Look for files that were put and never taken, and for alerts never sent',
      schedule: ScheduleExpression.cron({ minute: '40', timeZone: TimeZone.EUROPE_LONDON }),
      target: new SqsSendMessage(queue, {
        input: ScheduleTargetInput.fromObject({ sweep: true }),
        deadLetterQueue: unsent.queue,
        // The next hour's does the same work.
        maxEventAge: Duration.hours(1),
        retryAttempts: 10,
      }),
    });
  }
}
