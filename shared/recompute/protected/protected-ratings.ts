import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { MetricSeries } from '../../derive/point.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { checkCounterMeasures } from '../counter-check.ts';
import type { AreaSeries } from '../figures.ts';
import type { Outlook, SeriesRatings } from '../judge.ts';
import type { SeriesForecast } from '../series-forecast.ts';

/** A rated series before it is held against others. */
type Rated = AreaSeries & {
  readonly definition: MetricDefinition;
  readonly series: MetricSeries;
  readonly ratings: SeriesRatings;
  /** The forecast from its own figures, where the usual one rests on withheld figures of others. */
  readonly own: SeriesForecast | undefined;
};

const NO_OUTLOOK: Outlook = { passing: null, forecast: null, chances: [] };

/**
 * Ratings as callers without small numbers see them: from no chance that a forecast of withheld figures gives, and held
 * against no measure whose ratings are withheld, for both would tell of it. `judgeAnew` rates a series by its figures
 * and another outlook.
 */
export function protectedRatings<Each extends Rated>(
  rated: readonly Each[],
  veil: Veil,
  judgeAnew: (each: Each, outlook: Outlook) => SeriesRatings,
): readonly Each[] {
  const judged = rated.map((each) => {
    const touched = veil.touches(each.series.metric, each.series.dimensions);
    if (!touched && each.own === undefined) return each;
    const outlook = touched || !each.own ? NO_OUTLOOK : { ...each.own, chances: [] };
    return { ...each, ratings: judgeAnew(each, outlook) };
  });
  const seen = judged.filter(({ series }) => !veil.ratingsWithheld(series.metric, series.dimensions));
  return judged.map((each) => ({ ...each, ratings: checkCounterMeasures(each, seen) }));
}
