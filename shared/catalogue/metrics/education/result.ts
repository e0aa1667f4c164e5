import type { MetricDefinition } from '../../metric.ts';
import { metric } from '../define.ts';

/** A figure of a school year, `AY2024`; `nature` follows from the unit. */
type Result = Pick<
  MetricDefinition,
  'id' | 'name' | 'shortName' | 'definition' | 'background' | 'unit' | 'better'
> &
  Partial<Pick<MetricDefinition, 'terms'>>;

const natures = { ratio: 'rate-of-flows', score: 'score', count: 'flow', gbp: 'flow' } as const;

export function result({ terms = [], ...entry }: Result): MetricDefinition {
  return metric({ ...entry, terms, frequency: 'academic-year', nature: natures[entry.unit] });
}

/** A subject of a stage: the share of pupils at its standard; more is better. */
export function share(entry: Omit<Result, 'unit' | 'better'>): MetricDefinition {
  return result({ ...entry, unit: 'ratio', better: 'higher' });
}

/** A mean of scores or points; more is better. */
export function score(entry: Omit<Result, 'unit' | 'better'>): MetricDefinition {
  return result({ ...entry, unit: 'score', better: 'higher' });
}

/** Facts part A: the gap is shown as one, and 2021/22 is marked. */
export const COVID =
  'Nothing was assessed in 2019/20 and 2020/21 because of Covid: there are no figures, which is not nought. Pupils of 2021/22 had missed much teaching.';
