import * as z from 'zod';
import { metricById, metrics } from '../../catalogue/metrics.ts';
import { canDecompose, decompose, decomposed } from '../../recompute/decomposition/decompose.ts';
import { gapText, partText } from '../../recompute/decomposition/sentence.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { completedDimensions } from '../dimensions.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  unknownArea,
} from '../parameters.ts';
import { problem } from '../problem.ts';
import { answer, calculation, refused } from '../route.ts';
import { veiledSeries } from '../veiled.ts';
import { knownAsOf } from './known-as-of.ts';

const decompositionSchema = z
  .object({
    area: z.string(),
    metric: z.string(),
    unit: z.enum(['count', 'ratio', 'gbp', 'score']),
    dimensions: z.record(z.string(), z.string()),
    period: periodSchema.nullable().describe('Null where no period has a figure and a plan'),
    start: periodSchema
      .nullable()
      .describe('The first period with a figure and a plan, from which flows count'),
    value: z.number().nullable(),
    plan: z.number().nullable(),
    gap: z.number().nullable().describe('Value minus plan'),
    parts: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          amount: z
            .number()
            .nullable()
            .describe('Null where it cannot be told: it is then in `unexplained`, never zero'),
          share: z.number().nullable().describe('Of the gap, as a fraction'),
          months: z.object({ known: z.int(), of: z.int() }).nullable(),
          missing: z.array(z.string()).describe('What would have to be known'),
          text: z.string(),
        }),
      )
      .describe('The amounts add up to the gap; the last is `unexplained`'),
    text: z.string(),
  })
  .meta({ id: 'Decomposition' });

/** Which flow, or volume, mix and unit cost, explains how much of a gap to plan. */
export const getDecomposition = calculation({
  method: 'GET',
  path: '/areas/{area}/decomposition/{metric}',
  summary: 'A gap to plan split into what explains it; the parts add up, what is not known is unexplained',
  params: z.object({ area: areaParameter, metric: metricParameter }),
  query: z.strictObject({
    ...{ period: periodSchema.exactOptional(), asOf: asOfParameter },
    financialYear: dimensionParameters.financialYear,
  }),
  response: decompositionSchema,
  scopes: ['read'],
  handle: async ({ params: { area, metric }, query, caller, ports }) => {
    const unknown = unknownArea(area, ports);
    if (unknown) return refused(unknown);
    const definition = metricById(metric);
    if (!definition || !canDecompose(metric)) {
      const detail = `Cannot split the gap of ${metric}: nothing says what it consists of. Ask for ${decomposed.join(', ')}.`;
      return refused(problem(400, detail));
    }
    const found = await knownAsOf(area, query.asOf, caller, ports);
    if (!('known' in found)) return refused(found);
    const { period, asOf: _, ...asked } = query;
    const dimensions = completedDimensions(metric, asked, found.at);
    const { all, ...figures } = areaFigures(area, found.known, metrics, found.at);
    const veiled = all.map((each) => ({ ...each, series: veiledSeries(each.series, found.veil) }));
    const split = decompose(metric, { ...figures, all: veiled }, dimensions, period);
    const about = { area, metric, unit: definition.unit, dimensions: { ...dimensions } };
    if (!split) {
      const text = `${definition.shortName}: there is no ${period ?? 'period'} with both a figure and a plan, so there is no gap to split.`;
      const nothing = { period: null, start: null, value: null, plan: null, gap: null };
      return answer({ ...about, ...nothing, parts: [], text });
    }
    return answer({
      ...{ ...about, period: split.period, start: split.start },
      ...{ value: split.value, plan: split.plan, gap: split.gap, text: gapText(definition, split) },
      parts: split.parts.map((part) => ({
        ...{ ...part, missing: [...part.missing], text: partText(definition, split, part) },
        share: part.amount === null || split.gap === 0 ? null : part.amount / split.gap,
      })),
    });
  },
});
