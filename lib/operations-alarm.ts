import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  CfnAlarm,
  CfnCompositeAlarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';

/** What somebody woken by an alarm needs first: two whole sentences, and the section of docs/runbooks/alerts.md. */
export type AlarmText = { readonly whoIsHurt: string; readonly whatToDo: string; readonly runbook: string };

export type OperationsAlarmProps = AlarmText & {
  readonly metric: IMetric;
  /** It rings at this value and above; with `rings: 'below'`, below it. */
  readonly threshold: number;
  readonly rings?: 'below';
  /** What no value at all means; that all is well unless told. */
  readonly missing?: TreatMissingData;
  readonly operations: ITopic;
  /** Periods of the metric in a row before it rings; 1 unless told. */
  readonly periods?: number;
};

/** The period of every metric that is watched. */
export const watched: Duration = Duration.minutes(5);

const RUNBOOK = 'docs/runbooks/alerts.md';

/** What an alarm says to whoever it wakes. */
export function describe({ whoIsHurt, whatToDo, runbook }: AlarmText): string {
  return `Who is hurt: ${whoIsHurt} What to do: ${whatToDo} Runbook: ${RUNBOOK}#${runbook}`;
}

/**
 * Has each alarm below `scope` name its section of the runbook as a page that can be opened; `pagesUrl` is where pages
 * are, without a slash at the end. Alarms are made before that is known.
 */
export function linkRunbooks(scope: Construct, pagesUrl: string): void {
  for (const alarm of scope.node.findAll()) {
    if (!(alarm instanceof CfnAlarm || alarm instanceof CfnCompositeAlarm)) continue;
    const text = alarm.alarmDescription?.replace(RUNBOOK, `${pagesUrl}/runbooks/alerts.html`);
    if (text !== undefined) alarm.alarmDescription = text;
  }
}

/** An alarm to the operations topic, whose description says who is hurt, what to do, and where the runbook is. */
export class OperationsAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: OperationsAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.periods ?? 1,
      comparisonOperator:
        props.rings === 'below'
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.missing ?? TreatMissingData.NOT_BREACHING,
      alarmDescription: describe(props),
    });
    const action = new SnsAction(props.operations);
    this.addAlarmAction(action);
    this.addOkAction(action);
  }
}
