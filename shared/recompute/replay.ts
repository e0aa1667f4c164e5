import type { MetricDefinition } from '../catalogue/metric.ts';
import { dimensionsId } from '../facts/cell.ts';
import { endOfDay } from '../period/london.ts';
import { addMonths, type Month, monthsBetween } from '../period/month.ts';
import type { Period } from '../period/period.ts';
import type { Rating } from '../rating/rating.ts';
import { recomputeAsKnown } from './as-known.ts';
import type { Known } from './figures.ts';
import { officerRatingOf } from './officer-rating.ts';
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
  readonly value: number;
  readonly knownAt: string;
  /** The file said when it was known; nobody saw it come then. */
  readonly assumed: boolean;
  readonly rating: Rating;
  readonly officerRating: Rating | null;
  /** By how many months the data's rating came before the officers'; null where officers reported none. */
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
};

/**
 * Month by month, the last first: for each metric that had a figure and a rating at the month end, the rating that
 * a recompute over what was known then gives. Metrics stand in the catalogue's order and as a whole, without splits.
 */
export function replay({ from, to, ...input }: ReplayInput): readonly Replayed[] {
  return monthsBetween(from, to)
    .toReversed()
    .flatMap((month) => atMonthEnd(month, input));
}

function atMonthEnd(month: Month, input: Omit<ReplayInput, 'from' | 'to'>): readonly Replayed[] {
  const { area, known, catalogue, now, metric } = input;
  const end = monthEnd(month);
  const at = end > now ? now : end;
  const { series } = recomputeAsKnown(area, known, catalogue, at);
  return catalogue.flatMap((definition) => {
    if (metric !== undefined && definition.id !== metric) return [];
    const wanted = dimensionsId(wholeSeries(definition, at));
    const view = series.find(
      (each) => each.metric === definition.id && dimensionsId(each.dimensions) === wanted,
    );
    const figure = view && ratedFigure(view);
    if (!view?.rating || !figure) return [];
    const { metric: id, name, dimensions } = view;
    return [
      {
        ...{ month, metric: id, name, dimensions },
        ...figure,
        rating: view.rating.rating,
        officerRating: officerRatingOf(id, known, at),
        leadMonths: null,
      },
    ];
  });
}

type Figure = Pick<Replayed, 'period' | 'value' | 'knownAt' | 'assumed'>;

/** The figure that the rating judges. A rating may be older than the last figure where no plan reaches that one. */
function ratedFigure({ points, rating }: SeriesView): Figure | undefined {
  const figures = points.flatMap(({ value, period, knownAt, recordedAt }) =>
    value === null ? [] : [{ period, value, knownAt, assumed: knownAt !== recordedAt }],
  );
  return figures.find(({ period }) => period === rating?.period) ?? figures.at(-1);
}

/** The last millisecond of a month in England. */
function monthEnd(month: Month): Date {
  const firstOfNext = new Date(`${addMonths(month, 1)}-01T00:00:00.000Z`);
  const lastDay = new Date(firstOfNext.getTime() - 86_400_000).toISOString().slice(0, 10);
  return endOfDay(lastDay);
}
