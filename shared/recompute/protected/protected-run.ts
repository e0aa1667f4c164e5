import type { AlertMessage, AlertState } from '../../alerting/alert.ts';
import { dedupKey } from '../../alerting/dedup-key.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { PlanLine } from '../../derive/plans.ts';
import type { Veil } from '../../disclosure/veil.ts';
import { dimensionsId } from '../../facts/cell.ts';
import type { PeriodRating } from '../../rating/rating.ts';
import type { Known } from '../figures.ts';
import type { LateFile } from '../late-files.ts';
import type { Outcomes } from '../outcomes/outcomes.ts';
import type { RatingChange } from '../rating-change.ts';
import { ratingChanges } from '../rating-changes.ts';
import { type LatestRatings, overallRating } from '../ratings-view.ts';
import type { RegisterView } from '../registers.ts';
import type { SeriesForecast } from '../series-forecast.ts';
import type { RatedSeries } from '../summary/rated-series.ts';
import { type SummaryInput, summarise } from '../summary/summary.ts';
import type { Summary } from '../summary/summary-view.ts';
import type { OfficersAfter, RatingItem, SeriesView } from '../views.ts';
import { type AlertSubject, protectedAlert } from './protected-alert.ts';
import { protectedMessage } from './protected-message.ts';
import { protectedRating } from './protected-rating.ts';
import { protectedSeries, tells } from './protected-series.ts';

/** A run as it is for everybody who may see small numbers, and what it was made from. */
export type WholeRun = {
  readonly area: string;
  readonly known: Known;
  readonly catalogue: readonly MetricDefinition[];
  readonly now: Date;
  readonly lines: readonly PlanLine[];
  readonly late: readonly LateFile[];
  readonly registers: SummaryInput['registers'];
  /** `own`: the forecast from its own figures, where the usual one rests on withheld figures of others. */
  readonly rated: readonly (RatedSeries & { readonly own: SeriesForecast | undefined })[];
  readonly latest: readonly RatingItem[];
  readonly ratingHistory: readonly RatingItem[];
  readonly alerts: readonly AlertState[];
  readonly messages: readonly AlertMessage[];
  readonly recorded: Pick<RatingChange, 'recordedAt' | 'input'>;
  readonly officersAfter: readonly OfficersAfter[];
  readonly rollUpsOf: (items: readonly RatingItem[]) => LatestRatings['rollUps'];
  readonly registersFrom: (series: readonly RatedSeries[]) => readonly RegisterView[];
  readonly outcomesFrom: (views: readonly SeriesView[], hideSmall: boolean) => Outcomes;
};

/** What of a run callers without small numbers see otherwise. */
export type ProtectedRun = {
  readonly series: readonly SeriesView[];
  readonly outcomes: Outcomes['stages'];
  readonly ratings: LatestRatings;
  readonly summary: Summary;
  readonly ratingHistory: readonly RatingItem[];
  readonly alerts: readonly AlertState[];
  /** As they leave the system. */
  readonly messages: readonly AlertMessage[];
  /** Told anew with each run from what they see: what earlier runs found may rest on what is withheld now. */
  readonly changes: readonly RatingChange[];
  readonly officersAfter: readonly OfficersAfter[];
  readonly registers: readonly RegisterView[];
};

/** The run as callers without small numbers see it: made from protected figures, never by deleting from texts. */
export function protectedRun(run: WholeRun, veil: Veil): ProtectedRun {
  const { area, known, catalogue, now, lines, late, registers } = run;
  const definitions = new Map(catalogue.map((definition) => [definition.id, definition]));
  const withOwn = new Set(run.rated.flatMap(({ view, own }) => (own ? nameOf(view) : [])));
  const rating = (item: RatingItem): RatingItem => {
    const definition = definitions.get(item.metric);
    return definition ? protectedRating(item, definition, veil, withOwn.has(nameOf(item))) : item;
  };
  const series = run.rated.map(({ definition, view, ratings, own }): RatedSeries => {
    const titled = (ratingsOfRule: readonly PeriodRating[]) =>
      veil.ratingsWithheld(view.metric, view.dimensions)
        ? []
        : ratingsOfRule.map((each) => protectedTitle(each, view, definition, veil, own !== undefined));
    return {
      definition,
      view: protectedSeries(view, definition, veil, own),
      ratings: { plan: titled(ratings.plan), limit: titled(ratings.limit) },
    };
  });
  const latest = run.latest.map(rating);
  const ratingHistory = run.ratingHistory
    .filter(({ metric, dimensions }) => !veil.ratingsWithheld(metric, dimensions))
    .map(rating);
  const subjects = subjectsOf(run, veil);
  const alerts = run.alerts.flatMap(
    (alert) => protectedAlert(alert, subjects.get(alert.dedupKey), veil) ?? [],
  );
  const whole = new Map(run.alerts.map((alert) => [alert.dedupKey, alert]));
  const messages = run.messages.flatMap((message) => {
    const alert = whole.get(message.dedupKey);
    return alert ? (protectedMessage(message, alert, subjects.get(message.dedupKey), veil) ?? []) : [message];
  });
  const overall = overallRating(latest, catalogue, now);
  const views = series.map(({ view }) => view);
  const outcomes = run.outcomesFrom(views, true);
  const items = latest.map(outcomes.ratedItem);
  return {
    series: views.map(outcomes.ratedSeries),
    outcomes: outcomes.stages,
    ratings: {
      overall,
      items,
      rollUps: [...run.rollUpsOf(latest), ...outcomes.rollUps],
    },
    summary: summarise({
      ...{ area, known, catalogue, now, lines, series, overall, alerts, late, registers, veil },
      outcomes: outcomes.summary,
    }),
    ratingHistory,
    alerts,
    messages,
    changes: ratingChanges({
      ...{ now: items, before: undefined, history: ratingHistory, series: views, ...run.recorded },
    }).filter(({ of }) => of === 'rating'),
    officersAfter: run.officersAfter.map((after) =>
      veil.ratingsWithheld(after.metric, after.dimensions) ? { ...after, disagreement: null } : after,
    ),
    registers: run.registersFrom(series),
  };
}

function protectedTitle(
  rating: PeriodRating,
  view: SeriesView,
  { shortName }: MetricDefinition,
  veil: Veil,
  forecastWithheld: boolean,
): PeriodRating {
  const told = rating.reasons.some(({ rule }) => tells(veil, view, rating.period, forecastWithheld, rule));
  return told ? { ...rating, title: `${shortName}: ${rating.rating}` } : rating;
}

/** What each alert of a series is about, by its key. */
function subjectsOf({ area, rated }: WholeRun, veil: Veil): ReadonlyMap<string, AlertSubject> {
  return new Map(
    rated.flatMap(({ definition, view, own, ratings }) => {
      const { metric, dimensions } = view;
      const split = dimensionsId(dimensions);
      const forecastWithheld = own !== undefined || veil.touches(metric, dimensions);
      const about = { definition, dimensions, forecastWithheld };
      const byRule = (['plan', 'limit'] as const).map((rule): readonly [string, AlertSubject] => {
        const last = ratings[rule].at(-1)?.rating;
        const breaks = last === 'red' || last === 'amber';
        return [dedupKey([area, metric, ...(split ? [split] : []), rule]), { ...about, rule, breaks }];
      });
      const interventions: AlertSubject = { ...about, rule: 'interventions', breaks: true };
      return split
        ? byRule
        : [...byRule, [dedupKey([area, metric, 'interventions']), interventions] as const];
    }),
  );
}

function nameOf({ metric, dimensions }: Pick<RatingItem, 'metric' | 'dimensions'>): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
