import * as z from 'zod';
import type { Term } from '../../catalogue/glossary/term.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metrics } from '../../catalogue/metrics.ts';
import { gapBounds } from '../../catalogue/outcomes/gap-bounds.ts';
import { stageOf } from '../../catalogue/outcomes/stages.ts';
import { listOf, pageOf } from '../page.ts';
import { asOfParameter, laterThanNow, pageParameters } from '../parameters.ts';
import { page, refused, route } from '../route.ts';

const metricSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string().describe('As it stands in alerts and tables'),
    definition: z.string(),
    background: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    frequency: z.enum(['month', 'calendar-year', 'academic-year']),
    better: z.enum(['lower', 'higher', 'neither']),
    headline: z.boolean(),
    supporting: z.boolean().describe('Only an input of other metrics'),
    mustNotWorsen: z
      .array(z.string())
      .describe('Metrics that must not get worse for it: it is not green while one of them is red'),
    condition: z.string().nullable().describe('The Safety Valve condition that it evidences'),
    rules: z.array(
      z.object({
        rule: z
          .enum(['against-plan', 'gap'])
          .describe('`gap`: behind England, where a result of schools has no plan'),
        amber: z
          .number()
          .describe(
            'Worse than plan by this fraction of the plan; of a gap, behind by so much in its own unit',
          ),
        red: z.number(),
      }),
    ),
    terms: z.array(z.object({ id: z.string(), term: z.string(), meaning: z.string() })),
  })
  .meta({ id: 'Metric' });

/** The catalogue: what is measured, and how it is judged. */
export const listMetrics = route({
  method: 'GET',
  path: '/metrics',
  summary: 'The catalogue of metrics with definitions, rules and glossary terms',
  params: z.object({}),
  query: z.strictObject({ ...pageParameters, asOf: asOfParameter }),
  response: listOf(metricSchema),
  scopes: ['read'],
  handle: async ({ query, ports }) => {
    const later = laterThanNow(query.asOf, ports);
    if (later) return refused(later);
    const { termById } = await import('../../catalogue/glossary.ts');
    const described = metrics.map((metric) => describe(metric, termById));
    return page(pageOf(described, query, ({ id }) => id));
  },
});

/** How a result of schools is rated beside England, of all pupils; for a group of them the bounds are twice as wide. */
function gapRule(id: string): z.input<typeof metricSchema>['rules'] {
  if (stageOf(id) === undefined) return [];
  const { amber, red } = gapBounds(id, true);
  return [{ rule: 'gap', amber, red }];
}

function describe(
  metric: MetricDefinition,
  termById: (id: string) => Term | undefined,
): z.input<typeof metricSchema> {
  const { id, name, shortName, definition, background, unit, frequency, better } = metric;
  const { headline, supporting, bounds } = metric;
  return {
    ...{ id, name, shortName, definition, background, unit, frequency, better, headline, supporting },
    mustNotWorsen: [...(metric.mustNotWorsen ?? [])],
    condition: metric.condition ?? null,
    rules: better === 'neither' ? [] : [{ rule: 'against-plan', ...bounds }, ...gapRule(id)],
    terms: metric.terms.flatMap((termId) => {
      const term = termById(termId);
      return term ? [{ id: term.id, term: term.term, meaning: term.meaning }] : [];
    }),
  };
}
