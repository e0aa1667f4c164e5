import * as z from 'zod';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import { metricById } from '../../catalogue/metrics.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { type Period, periodMonths } from '../../period/period.ts';
import { seriesPart } from '../../recompute/part-names.ts';
import { periodSchema } from '../../recompute/period-schema.ts';
import { type SeriesView, seriesSchema } from '../../recompute/views.ts';
import { csvForm } from '../csv/csv-form.ts';
import { seriesTable } from '../csv/series-table.ts';
import { completedDimensions } from '../dimensions.ts';
import { officersNow } from '../officers-now.ts';
import {
  areaParameter,
  asOfParameter,
  dimensionParameters,
  metricParameter,
  unknownArea,
} from '../parameters.ts';
import { answer, refused, route } from '../route.ts';
import { type RunRead, readRun } from '../run-read.ts';
import { runStamp } from '../run-stamp.ts';

/** A metric of an area: figures, plans, forecast, comparators and rating. */
export const getSeries = route({
  method: 'GET',
  path: '/areas/{area}/series/{metric}',
  summary: 'A metric over time: figures with their source, plans, forecast, comparators and rating',
  params: z.object({ area: areaParameter, metric: metricParameter }),
  query: z.strictObject({
    from: periodSchema.exactOptional(),
    to: periodSchema.exactOptional(),
    asOf: asOfParameter,
    ...dimensionParameters,
  }),
  response: seriesSchema,
  forms: ['text/csv'],
  scopes: ['read'],
  stamp: runStamp,
  handle: async ({ params, query, caller, ports }) => {
    const unknown = unknownArea(params.area, ports);
    if (unknown) return refused(unknown);
    const { from, to, asOf, ...asked } = query;
    const split = (at: Date) => completedDimensions(params.metric, asked, at);
    const run = await readRun(params.area, asOf, caller, ports, (at) => [
      seriesPart(params.metric, split(at)),
    ]);
    if (run.kind === 'problem') return run;
    const dimensions = split(run.at);
    const part = run.part(seriesPart(params.metric, dimensions));
    const found =
      part === undefined
        ? emptySeries(params.area, definitionOf(params.metric), dimensions)
        : seriesSchema.parse(part);
    const shown = withOfficersNow(within(found, from, to), run);
    return { ...answer(shown), forms: [csvForm(() => seriesTable(shown))] };
  },
});

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
      missingInputs: [],
      rating: null,
    },
  };
}

function withOfficersNow(series: SeriesView, run: RunRead): SeriesView {
  const { metric, dimensions, rating } = series;
  if (rating === null) return series;
  const about = { metric, dimensions, ...rating };
  return { ...series, rating: { ...rating, ...officersNow([about], run)(about) } };
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
