import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { Dimensions } from '../../facts/cell.ts';
import { standingSeries } from '../whole-series.ts';
import { type RatedSeries, seriesOf } from './rated-series.ts';

/**
 * What the first page shows, in its order. Headline metrics of the catalogue are always there, figure or not; these
 * join them where they have one. Source: the headline table of the January 2025 dashboard (facts.md, part B).
 */
const order = [
  'ehcp.active',
  'inmss.share.r12',
  'inmss.share',
  'inmss.placed',
  'dsg.in-year-balance',
  'dsg.cumulative-balance',
  'ehcp.new-plans-early-years-share.r12',
  'places.shortfall',
  'places.shortfall-cost',
];

export type HeadlineMeasure = {
  readonly definition: MetricDefinition;
  readonly dimensions: Dimensions;
  readonly found: RatedSeries | undefined;
};

/** The measures of the first page; of year-end money the series by which it stands (`standingSeries`). */
export function headlineMeasures(
  all: readonly RatedSeries[],
  catalogue: readonly MetricDefinition[],
  now: Date,
): readonly HeadlineMeasure[] {
  return catalogue
    .filter(({ id, headline }) => headline || order.includes(id))
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((definition) => {
      const years = all
        .filter(
          ({ view }) => view.metric === definition.id && view.points.some(({ value }) => value !== null),
        )
        .flatMap(({ view }) => view.dimensions['financialYear'] ?? []);
      const dimensions = standingSeries(definition, years, now);
      return { definition, dimensions, found: seriesOf(all, definition.id, dimensions) };
    })
    .filter(({ definition, found }) => definition.headline || found !== undefined);
}

/** A headline metric that the order does not name comes last. */
function placeOf({ id }: MetricDefinition): number {
  const place = order.indexOf(id);
  return place < 0 ? order.length : place;
}
