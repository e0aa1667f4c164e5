import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { type MetricName, metricNames } from '../shared/service-levels/metric-names.ts';
import { OperationsAlarm, watched } from './operations-alarm.ts';
import type { ProductFunction } from './product-function.ts';
import { productMetric } from './product-metric.ts';
import { ServiceLevels } from './service-levels.ts';
import type { WorkQueue } from './work-queue.ts';

export type MonitoringProps = {
  readonly functions: Readonly<Record<string, ProductFunction>>;
  readonly queues: Readonly<Record<string, WorkQueue>>;
  readonly httpApi: HttpApi;
  readonly operations: ITopic;
};

/**
 * What watches the platform as a whole; each function and queue brings the alarm of its own. The product's
 * alerts about figures are its own state machine: these alarms cannot look back beyond seven days.
 */
export class Monitoring extends Construct {
  constructor(scope: Construct, id: string, { functions, queues, httpApi, operations }: MonitoringProps) {
    super(scope, id);
    new OperationsAlarm(this, 'ServerErrors', {
      whoIsHurt: 'Everyone who has the dashboard open: the API answers with server errors.',
      whatToDo: 'Compare the access log with the api logs: no entry there means throttling or a time-out.',
      runbook: 'api-server-errors',
      metric: httpApi.metricServerError({ period: watched, statistic: 'Sum' }),
      threshold: 5,
      operations,
    });
    for (const [name, work] of Object.entries(queues)) {
      new OperationsAlarm(this, `Late${name}`, {
        whoIsHurt: `Councils whose work waits in the ${name} queue: what they see is over half an hour old.`,
        whatToDo: 'Look for throttles and errors of the function that works it off; it catches up by itself.',
        runbook: 'late-work',
        metric: work.queue.metricApproximateAgeOfOldestMessage({ period: watched, statistic: 'Maximum' }),
        threshold: 1800,
        periods: 2,
        operations,
      });
    }
    new ServiceLevels(this, 'ServiceLevels', { httpApi, operations });
    const of = (names: readonly MetricName[], statistic: string) =>
      names.map((name) => productMetric(name, { period: watched, statistic, label: metricNames[name].says }));
    new Dashboard(this, 'Overview', {
      widgets: [
        [
          graph('From the put of a file to its report and to the dashboard, 99th percentile', [
            ...of(['TakenAfter', 'ShownAfter'], 'p99'),
          ]),
          graph('API: requests and server errors', [
            httpApi.metricCount({ period: watched, statistic: 'Sum' }),
            httpApi.metricServerError({ period: watched, statistic: 'Sum' }),
          ]),
        ],
        [
          graph('Files', of(['VersionsTaken', 'FilesQuarantined', 'FilesShown', 'FilesShownLate'], 'Sum')),
          graph('Rows', of(['RowsRead', 'RowsRejected'], 'Sum')),
        ],
        [
          graph('Recompute', of(['RecomputeTime'], 'p95')),
          graph('Age of a run when the next replaces it', of(['RunAge'], 'Maximum')),
        ],
        [
          graph(
            'Runs and messages',
            of(['AreasLookedAt', 'RunsMade', 'MessagesSent', 'MorningsInTime', 'MorningsLate'], 'Sum'),
          ),
          graph('Open alerts of the council that has most', of(['AlertsFiring'], 'Maximum')),
        ],
        [
          graph(
            'Errors',
            Object.values(functions).map((fn) => fn.metricErrors({ period: watched })),
          ),
          graph(
            'Duration, 95th percentile',
            Object.values(functions).map((fn) => fn.metricDuration({ period: watched, statistic: 'p95' })),
          ),
        ],
        [
          graph(
            'Waiting',
            Object.values(queues).map(({ queue }) =>
              queue.metricApproximateNumberOfMessagesVisible({ period: watched }),
            ),
          ),
          graph(
            'Age of the oldest that waits, seconds',
            Object.values(queues).map(({ queue }) =>
              queue.metricApproximateAgeOfOldestMessage({ period: watched, statistic: 'Maximum' }),
            ),
          ),
          graph('API latency, 95th percentile', [
            httpApi.metricLatency({ period: watched, statistic: 'p95' }),
          ]),
        ],
      ],
    });
  }
}

function graph(
  title: string,
  left: NonNullable<ConstructorParameters<typeof GraphWidget>[0]['left']>,
): GraphWidget {
  return new GraphWidget({ title, left, width: 12 });
}
