import { Duration } from 'aws-cdk-lib';
import { Alarm, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What somebody woken by an alarm needs first. Both are whole sentences. */
export type AlarmText = { readonly whoIsHurt: string; readonly whatToDo: string };

export type OperationsAlarmProps = AlarmText & {
  readonly metric: IMetric;
  /** It rings at this value and above. */
  readonly threshold: number;
  readonly operations: ITopic;
  /** Periods of the metric in a row before it rings; 1 unless told. */
  readonly periods?: number;
};

/** The period of every metric that is watched. */
export const watched: Duration = Duration.minutes(5);

/** An alarm to the operations topic, whose description says who is hurt and what to do. */
export class OperationsAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: OperationsAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: `Who is hurt: ${props.whoIsHurt} What to do: ${props.whatToDo}`,
    });
    const action = new SnsAction(props.operations);
    this.addAlarmAction(action);
    this.addOkAction(action);
  }
}
