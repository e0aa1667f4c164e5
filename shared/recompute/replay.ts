import type { MetricDefinition, Unit } from '../catalogue/metric.ts';
import type { Pattern } from '../disclosure/pattern-schema.ts';
import { dimensionsId } from '../facts/cell.ts';
import { type Facts, foldFacts } from '../facts/fold.ts';
import { endOfDay, monthInLondon } from '../period/london.ts';
import { addMonths, type Month, monthIndex, monthsBetween } from '../period/month.ts';
import type { Period } from '../period/period.ts';
import type { Rating } from '../rating/rating.ts';
import { recomputeAsKnown } from './as-known.ts';
import type { Known } from './figures.ts';
import { firstAsBad, type OfficerReport, officerReports } from './officer-rating.ts';
import type { SeriesView } from './views.ts';
import { wholeSeries } from './whole-series.ts';

/** What a metric was rated at a month end, by what was known then. */
export type Replayed = {
  /** The month end looked from; of a month that is not over, now. */
  readonly month: Month;
  readonly metric: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** The latest figure then known that the rating speaks of. */
  readonly period: Period;
  /** Null where it is withheld. */
  readonly value: number | null;
  readonly unit: Unit;
  readonly knownAt: string;
  /** The file said when it was known; nobody saw it come then. */
  readonly assumed: boolean;
  readonly rating: Rating;
  readonly officerRating: Rating | null;
  /**
   * By how many months the data spoke before officers first rated as badly, from the month in which the figure of the
   * breach's begin became known; negative where officers were first. Null while they have not, and for no breach.
   */
  readonly leadMonths: number | null;
};

export type ReplayInput = {
  readonly area: string;
  readonly known: Known;
  readonly catalogue: readonly MetricDefinition[];
  readonly from: Month;
  readonly to: Month;
  /** Only this metric. */
  readonly metric?: string | undefined;
  readonly now: Date;
  /** What is withheld from who asks; without it they see everything. */
  readonly pattern?: Pattern | undefined;
};

/**
 * Month by month, the last first: for each metric that had a figure and a rating at the month end, the rating that
 * a recompute over what was known then gives. Metrics stand in the catalogue's order and as a whole, without splits.
 * With a pattern ratings and leads rest on nothing that it withholds.
 */
export function replay({ from, to, ...input }: ReplayInput): readonly Replayed[] {
  const { known, now } = input;
  const today = foldFacts(known.drops, known.blocks, now);
  return monthsBetween(from, to)
    .toReversed()
    .flatMap((month) => atMonthEnd(month, input, today));
}

function atMonthEnd(
  month: Month,
  input: Omit<ReplayInput, 'from' | 'to'>,
  today: Facts,
): readonly Replayed[] {
  const { area, known, catalogue, now, metric, pattern } = input;
  const end = monthEnd(month);
  const at = end > now ? now : end;
  const made = recomputeAsKnown(area, known, catalogue, at, pattern);
  const { series } = made.disclosure?.shown ?? made;
  const then = foldFacts(known.drops, known.blocks, at);
  return catalogue.flatMap((definition) => {
    if (metric !== undefined && definition.id !== metric) return [];
    const wanted = dimensionsId(wholeSeries(definition, at));
    const view = series.find(
      (each) => each.metric === definition.id && dimensionsId(each.dimensions) === wanted,
    );
    const figure = view && ratedFigure(view);
    if (!view?.rating || !figure) return [];
    const { metric: id, name, dimensions, unit } = view;
    return [
      {
        ...{ month, metric: id, name, dimensions, unit },
        ...figure,
        rating: view.rating.rating,
        officerRating: officerReports(definition, then).at(-1)?.rating ?? null,
        leadMonths: leadOf(view, officerReports(definition, today)),
      },
    ];
  });
}

type Figure = Pick<Replayed, 'period' | 'value' | 'knownAt' | 'assumed'>;

/**
 * The figure that the rating judges, without its value where that is withheld. A rating may be older than the last
 * figure where no plan reaches that one.
 */
function ratedFigure({ points, rating }: SeriesView): Figure | undefined {
  const rated = points.find(({ period }) => period === rating?.period);
  const point = rated ?? points.findLast(({ value }) => value !== null);
  if (!point) return undefined;
  const { period, value, knownAt, recordedAt } = point;
  return { period, value, knownAt, assumed: knownAt !== recordedAt };
}

/** The rating's own breach, and since which figure: a green one has none. */
function leadOf({ rating, points }: SeriesView, reports: readonly OfficerReport[]): number | null {
  const breach = rating?.reasons.find(({ rule }) => rule.endsWith(`-${rating.rating}`));
  const began = points.find(({ period }) => period === breach?.since);
  if (!rating || !began) return null;
  const later = firstAsBad(reports, rating.rating);
  if (!later) return null;
  const months = [later.knownAt, began.knownAt].map((at) => monthIndex(monthInLondon(new Date(at))));
  const [officers = 0, data = 0] = months;
  return officers - data;
}

/** The last millisecond of a month in England. */
function monthEnd(month: Month): Date {
  const firstOfNext = new Date(`${addMonths(month, 1)}-01T00:00:00.000Z`);
  const lastDay = new Date(firstOfNext.getTime() - 86_400_000).toISOString().slice(0, 10);
  return endOfDay(lastDay);
}
