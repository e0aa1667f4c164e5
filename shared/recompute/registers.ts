import type { MetricDefinition } from '../catalogue/metric.ts';
import type { Facts } from '../facts/fold.ts';
import { dayInLondon } from '../period/london.ts';
import type { ConditionEvidence } from '../programme/evidence.ts';
import { joined } from '../programme/links.ts';
import { type Portfolio, portfolio } from '../programme/portfolio/portfolio.ts';
import { type RegisterItem, registerFeeds, registerItems } from '../programme/registers.ts';
import { type Judging, progressOf } from './interventions/progress.ts';
import type { RollUpView, SeriesView } from './views.ts';

/** A register as a run keeps it. */
export type RegisterView = { readonly feed: string; readonly items: readonly RegisterItem[] };

type Rated = { readonly definition: MetricDefinition; readonly view: SeriesView };

/** The registers of an area that have entries, each entry with what the data say of it. */
export function registersOf(facts: Facts, series: readonly Rated[], now: Date): readonly RegisterView[] {
  const progress = progressOf(facts, (metric) => judging(series, metric), now);
  const all = joined(facts, series.flatMap(evidenceOf), dayInLondon(now), progress);
  return registerFeeds
    .map((feed) => ({ feed, items: registerItems(feed, all) }))
    .filter(({ items }) => items.length > 0);
}

/** The series by which the interventions of a metric are judged: that of the whole. */
function judging(series: readonly Rated[], metric: string): Judging | undefined {
  const found = series.find(
    ({ view }) =>
      view.metric === metric && Object.keys(view.dimensions).length === 0 && view.points.length > 0,
  );
  return found && { definition: found.definition, points: found.view.points };
}

/** The registers as the first page shows them: what the registers themselves say, without any figure. */
export function portfolioOf(facts: Facts, programmes: readonly RollUpView[], now: Date): Portfolio {
  return portfolio(joined(facts, [], dayInLondon(now)), programmes);
}

/** The latest figure of a series that evidences something or may be moved: as a whole, or of a financial year. */
function evidenceOf({ definition, view }: Rated): ConditionEvidence[] {
  const { metric, unit, dimensions, points, rating } = view;
  if (Object.keys(dimensions).some((name) => name !== 'financialYear')) return [];
  const known = points.filter(({ value }) => value !== null);
  const point = known.find(({ period }) => period === rating?.period) ?? known.at(-1);
  if (!point && !rating) return [];
  return [
    {
      ...{ metric, unit, dimensions, name: definition.shortName },
      period: point?.period ?? null,
      value: point?.value ?? null,
      rating: rating?.rating ?? null,
      text: rating?.reasons[0]?.text ?? null,
      condition: definition.condition ?? null,
    },
  ];
}
