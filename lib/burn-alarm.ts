import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  AlarmRule,
  AlarmState,
  CompositeAlarm,
  type IMetric,
  MathExpression,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type BurnAlarm, burnAlarms, LEAST_BAD } from '../shared/service-levels/burn-rate.ts';
import type { Objective } from '../shared/service-levels/objectives.ts';
import { type AlarmText, describe } from './operations-alarm.ts';

export type BurnAlarmsProps = AlarmText & {
  readonly objective: Objective;
  /** Sums of bad events and of all. */
  readonly bad: (period: Duration) => IMetric;
  readonly all: (period: Duration) => IMetric;
  readonly operations: ITopic;
};

/** The alarms of an objective: each rings while its long and its short window both burn the error budget too fast. */
export class BurnAlarms extends Construct {
  constructor(scope: Construct, id: string, props: BurnAlarmsProps) {
    super(scope, id);
    const { objective, operations } = props;
    const action = new SnsAction(operations);
    for (const [name, burn] of Object.entries(burnAlarms(objective))) {
      const parts = [burn.long, burn.short].map((minutes) => this.#window(name, minutes, burn, props));
      const rings = new CompositeAlarm(this, name, {
        // Left to itself it is named by its place in the tree, which is the same in every stage of an account.
        compositeAlarmName: `${Stack.of(this).stackName}-${id}-${name}`,
        alarmDescription: describe(props),
        alarmRule: AlarmRule.allOf(...parts.map((part) => AlarmRule.fromAlarm(part, AlarmState.ALARM))),
      });
      rings.addAlarmAction(action);
      rings.addOkAction(action);
    }
  }

  /** One of the two windows; it wakes nobody by itself. */
  #window(name: string, minutes: number, { badShare, long }: BurnAlarm, props: BurnAlarmsProps): Alarm {
    const period = Duration.minutes(minutes);
    // The short window only says that it still goes on: the long one has counted enough.
    const least = minutes === long ? LEAST_BAD : 1;
    return new Alarm(this, `${name}${minutes}`, {
      metric: new MathExpression({
        expression: `IF(bad >= ${least}, bad / all, 0)`,
        usingMetrics: { bad: props.bad(period), all: props.all(period) },
        period,
      }),
      threshold: badShare,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
      alarmDescription: describe(props),
    });
  }
}
