import type { Period } from '../period/period.ts';
import type { PlanRule } from '../rating/plan-rule.ts';
import type { AreaSeries } from './figures.ts';
import { recordOf } from './forecast-record.ts';
import { type judgementsByPeriod, latestJudgement, type SeriesRatings } from './judge.ts';
import type { KeptForecasts } from './series-forecast.ts';
import type { OfficerAnswer, RatingItem, SeriesView } from './views.ts';

/** A kept forecast as it is shown, with what earlier ones turned out to be. */
export function answerOf(
  { forecast, note, issued }: KeptForecasts[string],
  points: AreaSeries['series']['points'],
): Pick<SeriesView, 'forecast' | 'forecastNote'> {
  return {
    forecast: forecast && { ...forecast, record: recordOf(issued, points) },
    forecastNote: note,
  };
}

/** The latest rating of a series with the bounds that it was judged by; null where there is none. */
export function ratingOf(
  ratings: SeriesRatings,
  officers: OfficerAnswer | undefined,
  ruleFor: (period: Period) => PlanRule,
): SeriesView['rating'] {
  const judgement = latestJudgement(ratings);
  if (!judgement) return null;
  const { rating, period, reasons } = judgement;
  const against = ratings.plan.at(-1);
  const rule = against && ruleFor(against.period);
  return {
    ...{ rating, period, reasons: [...reasons], ...officers },
    ...(rule && {
      bounds: {
        whose: rule.whose === null ? 'catalogue' : 'council',
        ...{ amber: rule.amber.enter, red: rule.red.enter },
      },
    }),
  };
}

/** The rating of one period as the history lists it. */
export function itemOf(
  { definition, series }: AreaSeries,
  { rating, period, reasons }: ReturnType<typeof judgementsByPeriod>[number],
): RatingItem {
  return {
    metric: definition.id,
    name: definition.name,
    dimensions: { ...series.dimensions },
    period,
    rating,
    reasons: [...reasons],
  };
}
