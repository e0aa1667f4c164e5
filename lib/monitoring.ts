import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { OperationsAlarm, watched } from './operations-alarm.ts';
import type { ProductFunction } from './product-function.ts';
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
      metric: httpApi.metricServerError({ period: watched, statistic: 'Sum' }),
      threshold: 5,
      operations,
    });
    for (const [name, work] of Object.entries(queues)) {
      new OperationsAlarm(this, `Late${name}`, {
        whoIsHurt: `Councils whose work waits in the ${name} queue: what they see is over half an hour old.`,
        whatToDo: 'Look for throttles and errors of the function that works it off; it catches up by itself.',
        metric: work.queue.metricApproximateAgeOfOldestMessage({ period: watched, statistic: 'Maximum' }),
        threshold: 1800,
        periods: 2,
        operations,
      });
    }
    new Dashboard(this, 'Overview', {
      widgets: [
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
