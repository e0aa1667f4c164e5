import type { MetricDefinition, PlanBounds } from '../metric.ts';

/** Worse than plan by 2% is amber, by 5% is red, unless a metric says otherwise. Source: contract, default bounds. */
const defaultBounds: PlanBounds = { amber: 0.02, red: 0.05 };

type Defaulted = 'frequency' | 'bounds' | 'headline' | 'supporting' | 'pupils';

/** What an entry must say; what it may leave out is monthly, 2%/5%, not a headline, not supporting; a count is of pupils. */
type MetricEntry = Omit<MetricDefinition, Defaulted> & Partial<Pick<MetricDefinition, Defaulted>>;

/** Completes an entry of the catalogue with the defaults. */
export function metric(entry: MetricEntry): MetricDefinition {
  const pupils = entry.unit === 'count';
  return { frequency: 'month', bounds: defaultBounds, headline: false, supporting: false, pupils, ...entry };
}
