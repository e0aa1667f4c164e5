import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { objectives } from '../shared/service-levels/objectives.ts';
import { BurnAlarms } from './burn-alarm.ts';
import { OperationsAlarm, watched } from './operations-alarm.ts';
import { productMetric } from './product-metric.ts';

export type ServiceLevelsProps = { readonly httpApi: HttpApi; readonly operations: ITopic };

/** What is promised of the platform (docs/reference/slos.md), and the alarms that ring before a promise is broken. */
export class ServiceLevels extends Construct {
  constructor(scope: Construct, id: string, { httpApi, operations }: ServiceLevelsProps) {
    super(scope, id);
    new BurnAlarms(this, 'Availability', {
      objective: objectives['api-availability'],
      bad: (period) => httpApi.metricServerError({ period, statistic: 'Sum' }),
      all: (period) => httpApi.metricCount({ period, statistic: 'Sum' }),
      whoIsHurt: 'Everyone who has the dashboard open: the API fails too often for what is promised.',
      whatToDo: 'Look for errors and throttles of the api functions; after a deployment, roll back.',
      runbook: 'error-budget-of-the-api',
      operations,
    });
    new BurnAlarms(this, 'Shown', {
      objective: objectives['drop-to-dashboard'],
      bad: (period) => productMetric('FilesShownLate', { period, statistic: 'Sum' }),
      all: (period) => productMetric('FilesShown', { period, statistic: 'Sum' }),
      whoIsHurt: 'Councils that have put a file: it takes longer than five minutes until they see it.',
      whatToDo:
        'Compare the time until files are taken with that until they show: it tells which part is slow.',
      runbook: 'files-show-late',
      operations,
    });
    new OperationsAlarm(this, 'MorningsLate', {
      metric: productMetric('MorningsLate', { period: watched, statistic: 'Sum' }),
      threshold: 1,
      whoIsHurt: 'Those who wait to be told of a late file: the first run of the day came after ten.',
      whatToDo: 'Run the recompute for the councils that are left, then look at the schedule of the night.',
      runbook: 'mornings-late',
      operations,
    });
    new OperationsAlarm(this, 'NoRecompute', {
      metric: productMetric('AreasLookedAt', { period: Duration.days(1), statistic: 'Sum' }),
      threshold: 1,
      rings: 'below',
      missing: TreatMissingData.BREACHING,
      whoIsHurt: 'Every council: nothing was computed for a day, so nothing overdue is noticed.',
      whatToDo: 'Start it with `npm run recompute -- --stage NAME`, then look at the schedule of the night.',
      runbook: 'no-recompute-for-a-day',
      operations,
    });
  }
}
