import type { Derivation, MetricDefinition } from '../metric.ts';

type Method = Extract<Derivation, { kind: 'rolling-12' }>['method'];

/**
 * The metrics that the council's overall rating rests on in their 12-month form.
 * The plan for the share of INMSS placements is taken to be a rolling one, as its dashboard figure is.
 */
const rollingHeadlines: readonly string[] = ['inmss.share'];

/**
 * The `.r12` form of a monthly metric, or undefined where twelve months make no sense: stocks are read on their
 * day, forecasts of a year end already cover a year. Source: contract section 3.
 */
export function rollingForm(definition: MetricDefinition): MetricDefinition | undefined {
  const method = methodFor(definition);
  if (definition.frequency !== 'month' || method === undefined) return undefined;
  return {
    ...definition,
    id: `${definition.id}.r12`,
    name: `${definition.name}, 12-month rolling`,
    shortName: `${definition.shortName}, 12-month rolling`,
    definition: rollingDefinition(definition, method),
    background: `${ROLLING_BACKGROUND} ${definition.background}`,
    derivation: { kind: 'rolling-12', of: definition.id, method },
    ...(definition.mustNotWorsen && { mustNotWorsen: definition.mustNotWorsen.map((id) => `${id}.r12`) }),
    headline: rollingHeadlines.includes(definition.id),
    terms: [...definition.terms, 'rolling-12'],
  };
}

const ROLLING_BACKGROUND =
  'Twelve months together smooth out the school year and single odd months, but they also hide a recent change for up to a year. It is shown only when at least ten of the twelve months are known.';

function methodFor(definition: MetricDefinition): Method | undefined {
  switch (definition.nature) {
    case 'flow':
    case 'share-of-stock':
      return 'mean';
    case 'rate-of-flows':
      return 'pooled';
    case 'stock':
    case 'year-end':
    case 'score':
      return undefined;
  }
}

function rollingDefinition({ name, nature }: MetricDefinition, method: Method): string {
  if (method === 'pooled') {
    return `The sum of the numerators of “${name}” over the twelve months up to and including the month, divided by the sum of their denominators.`;
  }
  return nature === 'flow'
    ? `The mean of the monthly figures of “${name}” over the twelve months up to and including the month.`
    : `The mean of the twelve month-end values of “${name}” up to and including the month.`;
}
