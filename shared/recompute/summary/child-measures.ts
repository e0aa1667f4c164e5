import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { HeadlineMeasure } from './headline-measures.ts';
import { type RatedSeries, seriesOf } from './rated-series.ts';

/** What shows how children are served, each with the yearly figure of SEN2 that stands in where no month is known. */
const measured: readonly (readonly [string, ...string[]])[] = [
  ['ehcp.timeliness-20-weeks', 'sen2.timeliness-20-weeks'],
  ['ehcp.tribunal-appeals'],
  ['ehcp.annual-reviews-on-time', 'sen2.annual-reviews'],
];

/** The children's side of the first page: each measure is there, figure or not, so that none is missed in silence. */
export function childMeasures(
  all: readonly RatedSeries[],
  catalogue: readonly MetricDefinition[],
): readonly HeadlineMeasure[] {
  const hasFigure = (id: string) =>
    seriesOf(all, id, {})?.view.points.some(({ value }) => value !== null) ?? false;
  return measured.flatMap(([monthly, ...yearly]) => {
    const chosen = [monthly, ...yearly].find(hasFigure) ?? monthly;
    const definition = catalogue.find(({ id }) => id === chosen);
    return definition ? [{ definition, dimensions: {}, found: seriesOf(all, chosen, {}) }] : [];
  });
}
