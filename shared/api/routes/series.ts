import * as z from 'zod';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById, metrics } from '../../catalogue/metrics.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import { type Period, periodMonths } from '../../period/period.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { seriesPart } from '../../recompute/part-names.ts';
import { type SeriesView, seriesSchema } from '../../recompute/views.ts';
import { completedDimensions } from '../dimensions.ts';
import { knownOf } from '../known.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  periodParameter,
  readAsOf,
  unknownArea,
} from '../parameters.ts';
import type { ApiPorts } from '../ports.ts';
import { answer, refused, route } from '../route.ts';

/** A metric of an area: figures, plans, forecast, comparators and rating. */
export const getSeries = route({
  method: 'GET',
  path: '/areas/{area}/series/{metric}',
  summary: 'A metric over time: figures with their source, plans, forecast, comparators and rating',
  params: z.object({ area: areaParameter, metric: metricParameter }),
  query: z.strictObject({
    from: periodParameter.exactOptional(),
    to: periodParameter.exactOptional(),
    asOf: asOfParameter,
    ...dimensionParameters,
  }),
  response: seriesSchema,
  scopes: ['read', 'read-small-numbers'],
  handle: async ({ params, query, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { from, to, asOf, ...asked } = query;
    const knownBy = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
    if (!(knownBy instanceof Date)) return refused(knownBy);
    const definition = definitionOf(params.metric);
    const dimensions = completedDimensions(params.metric, asked, knownBy);
    const found =
      asOf === undefined
        ? await currentSeries(params.area, params.metric, dimensions, ports)
        : await seriesAsOf(params.area, params.metric, dimensions, knownBy, ports);
    return answer(within(found ?? emptySeries(params.area, definition, dimensions), from, to));
  },
});

async function currentSeries(
  area: string,
  metric: string,
  dimensions: Dimensions,
  { runs }: ApiPorts,
): Promise<SeriesView | undefined> {
  const current = await runs.current(area);
  const part = current && (await runs.part(area, current.runId, seriesPart(metric, dimensions)));
  return part === undefined ? undefined : seriesSchema.parse(part);
}

/** Figures, plans and comparators as they were known; forecast and rating are of the current run only. */
async function seriesAsOf(
  area: string,
  metric: string,
  dimensions: Dimensions,
  knownBy: Date,
  ports: ApiPorts,
): Promise<SeriesView | undefined> {
  const { all } = areaFigures(area, await knownOf(area, ports), metrics, knownBy);
  const id = dimensionsId(dimensions);
  const found = all.find(({ series }) => series.metric === metric && dimensionsId(series.dimensions) === id);
  return found && { ...found.figures, forecast: null, forecastNote: NOT_AS_OF, rating: null };
}

const NOT_AS_OF = 'Forecasts and ratings are answered for today only.';

function definitionOf(metric: string): MetricDefinition {
  const definition = metricById(metric);
  if (!definition) throw new Error(`Metric ${metric} passed validation but is not in the catalogue`);
  return definition;
}

function emptySeries(
  area: string,
  { id, name, unit, frequency }: MetricDefinition,
  dimensions: Dimensions,
): SeriesView {
  return {
    ...{ area, metric: id, name, unit, frequency, dimensions: { ...dimensions } },
    ...{
      points: [],
      plans: [],
      comparators: [],
      forecast: null,
      forecastNote: 'There is no figure of this yet.',
      rating: null,
    },
  };
}

/** Figures and plans of the periods that touch the span; the forecast is left whole. */
function within(series: SeriesView, from: Period | undefined, to: Period | undefined): SeriesView {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : periodMonths(from).first;
  const last = to === undefined ? Number.POSITIVE_INFINITY : periodMonths(to).last;
  const touches = ({ period }: { readonly period: Period }) => {
    const months = periodMonths(period);
    return months.last >= first && months.first <= last;
  };
  return {
    ...series,
    points: series.points.filter(touches),
    plans: series.plans.map((plan) => ({ ...plan, points: plan.points.filter(touches) })),
    comparators: series.comparators.map((level) => ({ ...level, points: level.points.filter(touches) })),
  };
}
