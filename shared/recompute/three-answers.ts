import { assuranceOf } from '../rating/assurance.ts';
import type { Reason } from '../rating/rating.ts';
import { statement } from '../rating/statement.ts';
import { type Rebased, variationOf } from '../rating/variation/variation.ts';
import type { AreaSeries } from './figures.ts';
import type { ForecastView } from './forecast-view.ts';
import { latestJudgement, type SeriesRatings } from './judge.ts';
import type { OfficerAnswer, RatingItem } from './views.ts';

type Judged = AreaSeries & {
  readonly ratings: SeriesRatings;
  readonly officers?: OfficerAnswer;
  readonly rebased: Rebased | undefined;
  readonly kept: { readonly forecast: Pick<ForecastView, 'passing' | 'points'> | null };
};

/**
 * The three answers about a series as it stands, none for another: its rating (null where there is nothing to rate
 * against), whether it has really changed, and whether its plan will be kept. Undefined for an input of other metrics
 * and for a series without a figure.
 */
export function threeAnswers({
  definition,
  series,
  ratings,
  kept,
  officers,
  rebased,
}: Judged): RatingItem | undefined {
  const { id, name, shortName, unit, derivation } = definition;
  const judgement = latestJudgement(ratings);
  const last = series.points.findLast(({ value }) => value !== null);
  if (judgement === undefined && (definition.supporting || last === undefined)) return undefined;
  const variation = variationOf({
    definition,
    points: series.points,
    rolling: derivation?.kind === 'rolling-12',
    rebased,
  });
  const passing = kept.forecast?.passing.find(({ against }) => against === 'plan');
  const assurance = assuranceOf({
    ...{ metricName: shortName, unit, byMonth: passing?.byMonth ?? [] },
    reach: kept.forecast?.points.at(-1)?.period ?? null,
  });
  return {
    ...{ metric: id, name, dimensions: { ...series.dimensions } },
    period: judgement?.period ?? last?.period ?? null,
    rating: judgement?.rating ?? null,
    ...officers,
    reasons: judgement ? [...judgement.reasons] : [notRated(shortName, definition.better === 'neither')],
    variation: { ...variation, reasons: [...variation.reasons] },
    assurance: { ...assurance, reasons: [...assurance.reasons] },
  };
}

function notRated(name: string, neither: boolean): Reason {
  const why = neither
    ? 'neither more nor less of it is better in itself'
    : 'there is no plan, target or limit for a period with a figure';
  return statement('not-rated', `${name}: not rated, because ${why}.`);
}
