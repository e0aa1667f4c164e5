import { Metric, type MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { type MetricName, metricNames } from '../shared/service-levels/metric-names.ts';

/** A metric of the product's own, as the function that it comes from writes it. */
export function productMetric(name: MetricName, options: MetricOptions): Metric {
  return new Metric({
    namespace: 'Bellwether',
    metricName: name,
    dimensionsMap: { service: `bellwether-${metricNames[name].by}` },
    ...options,
  });
}
