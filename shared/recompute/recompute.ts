import { advance } from '../alerting/advance.ts';
import type { AlertMessage, AlertState } from '../alerting/alert.ts';
import type { MetricDefinition } from '../catalogue/metric.ts';
import { limitFor, planInForce } from '../derive/plans.ts';
import type { Pattern } from '../disclosure/pattern-schema.ts';
import { type Veil, veilOf } from '../disclosure/veil.ts';
import { dimensionsId } from '../facts/cell.ts';
import { usualRule } from '../rating/plan-rule.ts';
import { overridesOf } from '../settings/override.ts';
import { rebasedFrom } from '../settings/rebase.ts';
import {
  fileConditions,
  forecastFaults,
  lateConditions,
  metricConditions,
  seriesLinks,
} from './conditions.ts';
import { councilRule } from './council-rules.ts';
import { checkCounterMeasures } from './counter-check.ts';
import type { Earlier } from './earlier.ts';
import { areaFigures, type Known } from './figures.ts';
import { financialYearOfSeries } from './financial-year.ts';
import { attempted, ownForecast, ownId, restsOnWithheld, rolled } from './forecast-attempt.ts';
import { issuedWith } from './forecast-record.ts';
import { inhibitedBy, refusedFiles } from './inhibition.ts';
import { interventionConditions } from './interventions/conditions.ts';
import { judge, judgementsByPeriod, type Outlook, type SeriesRatings } from './judge.ts';
import { lateFiles } from './late-files.ts';
import { officersNowAndAfter } from './officer-answer.ts';
import { officerBook } from './officer-rating.ts';
import { outcomesOf } from './outcomes/outcomes.ts';
import type { StageOutcomes } from './outcomes/scorecards.ts';
import { protectedRatings } from './protected/protected-ratings.ts';
import { type ProtectedRun, protectedRun } from './protected/protected-run.ts';
import type { RatingChange } from './rating-change.ts';
import { ratingChanges } from './rating-changes.ts';
import { type LatestRatings, overallRating } from './ratings-view.ts';
import { portfolioOf, type RegisterView, registersOf } from './registers.ts';
import { programmeRollUps, rollUps } from './roll-ups.ts';
import { answerOf, itemOf, ratingOf } from './series-answers.ts';
import type { KeptForecasts, SeriesForecast } from './series-forecast.ts';
import { settledForAlerts } from './settled.ts';
import { checkShare } from './share-check.ts';
import type { RatedSeries } from './summary/rated-series.ts';
import { summarise } from './summary/summary.ts';
import type { Summary } from './summary/summary-view.ts';
import { threeAnswers } from './three-answers.ts';
import { missingInputs } from './through/missing-inputs.ts';
import { throughOthers } from './through/through-others.ts';
import type { OfficerAnswer, OfficersAfter, RatingItem, SeriesView } from './views.ts';
import { isStanding } from './whole-series.ts';

export type RecomputeInput = {
  /** A council, or a folder that is none (`_shared`, `_unknown`): of that only its files are looked at. */
  readonly area: string;
  readonly known: Known;
  readonly catalogue: readonly MetricDefinition[];
  readonly now: Date;
  readonly dashboardUrl: string;
  /** What the run before it kept; empty for the first. */
  readonly earlier: Earlier;
  /** Hash of all that goes in, which the history of alerts names; left out where nothing is kept. */
  readonly inputDigest?: string;
  /** What is withheld from callers without small numbers; without it nothing is made for them. */
  readonly pattern?: Pattern;
};

/** All that a run says. */
export type Recomputed = {
  readonly series: readonly SeriesView[];
  /** The stages of school of which there is a figure. */
  readonly outcomes: readonly StageOutcomes[];
  readonly ratings: LatestRatings;
  readonly summary: Summary;
  /** The registers that have entries, by feed. */
  readonly registers: readonly RegisterView[];
  /** The ratings of every period, each series in order of period. */
  readonly ratingHistory: readonly RatingItem[];
  /** Every change of the three answers since the first run, in order. */
  readonly changes: readonly RatingChange[];
  /** What officers say of a metric once the override that speaks now has ended. */
  readonly officersAfter: readonly OfficersAfter[];
  readonly alerts: readonly AlertState[];
  /** What receivers must be told because of this run, one by one. */
  readonly messages: readonly AlertMessage[];
  readonly forecasts: KeptForecasts;
  /** Series whose forecast failed, and how: faults of ours. */
  readonly faults: readonly string[];
  /** What callers without small numbers see, and by which pattern; null where nothing was made for them. */
  readonly disclosure: { readonly pattern: Pattern; readonly shown: ProtectedRun | null } | null;
};

/**
 * From what is known of an area to figures, forecasts, ratings and alerts. Pure: the same input gives the same
 * run, in Lambda, in a test, for "as known on" and in replay.
 */
export function recompute({
  area,
  known,
  catalogue,
  now,
  dashboardUrl,
  earlier,
  inputDigest,
  pattern,
}: RecomputeInput): Recomputed {
  const veil = pattern && pattern.withheld.length > 0 ? veilOf(pattern.withheld, catalogue) : undefined;
  const { facts, lines, all, others } = areaFigures(area, known, catalogue, now);
  const settings = known.settings ?? [];
  const madeForecasts = new Map<string, SeriesForecast>();
  const rated = all.map((each) => {
    const { definition, series } = each;
    const id = `${series.metric}|${dimensionsId(series.dimensions)}`;
    const limitAt = (period: Parameters<typeof limitFor>[3]) =>
      limitFor(lines, series.metric, series.dimensions, period)?.value;
    const planAt = (period: Parameters<typeof planInForce>[3]) =>
      planInForce(lines, series.metric, series.dimensions, period)?.value;
    const before = earlier.forecasts[id];
    const through = throughOthers(each, all);
    const year = financialYearOfSeries(each, all);
    const asked = { id, definition, points: series.points, limitAt, planAt, through, year, now };
    const direct = () => attempted(asked, before);
    const { made, fault } = rolled(each, all, madeForecasts) ?? direct();
    madeForecasts.set(id, made);
    const judged = { definition, dimensions: series.dimensions, points: series.points };
    const ruleFor = councilRule(settings, definition);
    const rate = (outlook: Outlook): SeriesRatings => {
      const found = judge(judged, lines, outlook, now, ruleFor);
      return { ...found, plan: checkShare(series.metric, found.plan, all, lines) };
    };
    const ratings = rate({ ...made, chances: before?.chances ?? [] });
    const chances = ratings.limit.flatMap(({ period, measure }) =>
      measure === null ? [] : [{ period, measure }],
    );
    const missing = through ? missingInputs(through.route, through.inputs) : [];
    const issued = issuedWith(before?.issued ?? [], made.forecast);
    const own =
      veil && restsOnWithheld(each, through?.route, veil) ? ownForecast(asked, earlier.forecasts) : undefined;
    return { ...each, id, kept: { ...made, chances, issued }, own, ratings, rate, ruleFor, fault, missing };
  });
  const judged = rated.map((each) => ({ ...each, ratings: checkCounterMeasures(each, rated) }));
  const faults = judged.flatMap(({ fault }) => fault ?? []);
  const late = lateFiles(area, known, now);
  const refused = refusedFiles(area, known.drops);
  const conditions = [
    ...judged.flatMap((each) =>
      metricConditions(area, each, each.ratings, inhibitedBy(area, each.series, late, refused), dashboardUrl),
    ),
    ...interventionConditions(area, facts, all, (metric) => seriesLinks(area, metric, dashboardUrl)),
    ...lateConditions(area, late, refused, earlier.alerts, dashboardUrl),
    ...fileConditions(
      known.drops.filter((drop) => drop.area === area),
      dashboardUrl,
    ),
    forecastFaults(area, faults, dashboardUrl),
  ];
  const book = officerBook(facts);
  const officersOf = (each: (typeof judged)[number]): { officers?: OfficerAnswer; after?: OfficerAnswer } =>
    isStanding(each, all, now)
      ? officersNowAndAfter(
          { ...each, rated: judgementsByPeriod(each.ratings), points: each.series.points },
          { reports: book.ofMetric(each.definition), overrides: overridesOf(settings, each.definition.id) },
          now,
        )
      : {};
  const answersOf = (list: readonly (typeof judged)[number][]) => {
    const answered = list.map((each) => ({
      ...each,
      ...officersOf(each),
      rebased: rebasedFrom(settings, each.definition.id),
    }));
    return {
      latest: answered.flatMap((each) => threeAnswers(each) ?? []),
      rated: answered.map(
        ({ definition, series, figures, kept, own, ratings, missing, ruleFor, officers }) => ({
          definition,
          ratings,
          own,
          view: {
            ...figures,
            ...answerOf(kept, series.points),
            missingInputs: [...missing],
            rating: ratingOf(ratings, officers, (period) => ruleFor(period) ?? usualRule(definition.bounds)),
          },
        }),
      ),
      officersAfter: answered.flatMap(({ definition, series, after }) =>
        after ? [{ metric: definition.id, dimensions: { ...series.dimensions }, ...after }] : [],
      ),
      ratingHistory: list.flatMap(({ ratings, ...each }) =>
        judgementsByPeriod(ratings).map((item) => itemOf(each, item)),
      ),
    };
  };
  const { latest, rated: shown, ratingHistory, officersAfter } = answersOf(judged);
  const recorded = { recordedAt: now.toISOString(), input: inputDigest ?? null };
  const overall = overallRating(latest, catalogue, now);
  const { alerts, messages } = advance(
    earlier.alerts,
    conditions,
    now,
    settledForAlerts(known.settings ?? [], inputDigest ?? null),
  );
  const rollUpsOf = (items: readonly RatingItem[]) => rollUps(items, catalogue, facts, book);
  const registersFrom = (series: readonly RatedSeries[]) => registersOf(facts, series, now);
  const registers = {
    ...portfolioOf(facts, programmeRollUps(facts, book), now),
    officers: book.overall.at(-1) ?? null,
  };
  const outcomesFrom = (views: readonly SeriesView[], hideSmall: boolean) =>
    outcomesOf({ area, views, facts, others, book, hideSmall });
  const views = shown.map(({ view }) => view);
  const outcomes = outcomesFrom(views, false);
  const items = latest.map(outcomes.ratedItem);
  const changes = ratingChanges({
    ...{ now: items, before: earlier.answers, history: ratingHistory, series: views, ...recorded },
  });
  const seen = (through: Veil) =>
    protectedRun(
      {
        ...{
          area,
          known,
          catalogue,
          now,
          lines,
          late,
          registers,
          alerts,
          messages,
          recorded,
          rollUpsOf,
          registersFrom,
        },
        outcomesFrom,
        ...answersOf(protectedRatings(rated, through, (each, outlook) => each.rate(outlook))),
      },
      through,
    );
  const protectedView = veil ? seen(veil) : null;
  return {
    disclosure: pattern ? { pattern, shown: protectedView } : null,
    series: views.map(outcomes.ratedSeries),
    outcomes: outcomes.stages,
    ratings: {
      overall,
      items,
      rollUps: [...rollUpsOf(latest), ...outcomes.rollUps],
    },
    summary: summarise({
      ...{ area, known, catalogue, now, lines, series: shown, overall, alerts, late, registers },
      outcomes: outcomes.summary,
    }),
    registers: registersFrom(shown),
    ratingHistory,
    changes,
    officersAfter,
    alerts,
    messages: protectedView?.messages ?? messages,
    forecasts: Object.fromEntries(
      judged.flatMap(({ id, kept, own }) => [
        [id, kept] as const,
        ...(own ? [[ownId(id), { ...own, chances: [], issued: [] }] as const] : []),
      ]),
    ),
    faults,
  };
}
