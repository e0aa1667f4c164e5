import { metrics } from '../catalogue/metrics.ts';
import type { StageOutcomes } from './outcomes/scorecards.ts';
import {
  ALERTS_PART,
  CHANGES_PART,
  DISCLOSURE_PART,
  FORECASTS_PART,
  gapsPart,
  HEADLINES_PART,
  MESSAGES_PART,
  OFFICERS_AFTER_PART,
  protectedPart,
  RATINGS_PART,
  ratingHistoryPart,
  registerPart,
  SUMMARY_PART,
  scorecardPart,
  seriesPart,
} from './part-names.ts';
import type { Recomputed } from './recompute.ts';

const headlines = new Set(metrics.filter(({ headline }) => headline).map(({ id }) => id));

/** A run as its parts by name: what is stored of it, and what answers are read from. */
export function partsOf(made: Recomputed): Readonly<Record<string, unknown>> {
  const whole = answeredParts(made);
  return {
    ...whole,
    [MESSAGES_PART]: made.messages,
    [FORECASTS_PART]: made.forecasts,
    ...(made.disclosure && { [DISCLOSURE_PART]: made.disclosure.pattern }),
    ...(made.disclosure?.shown && protectedParts(whole, answeredParts(made.disclosure.shown))),
  };
}

type Answered = Pick<
  Recomputed,
  | 'series'
  | 'registers'
  | 'summary'
  | 'ratings'
  | 'ratingHistory'
  | 'alerts'
  | 'changes'
  | 'officersAfter'
  | 'outcomes'
>;

function answeredParts(made: Answered): Readonly<Record<string, unknown>> {
  return {
    ...Object.fromEntries(
      made.series.map((series) => [seriesPart(series.metric, series.dimensions), series]),
    ),
    ...Object.fromEntries(made.registers.map(({ feed, items }) => [registerPart(feed), items])),
    ...Object.fromEntries(made.outcomes.flatMap(outcomeParts)),
    [SUMMARY_PART]: made.summary,
    [RATINGS_PART]: made.ratings,
    [HEADLINES_PART]: made.ratingHistory.filter(({ metric }) => headlines.has(metric)),
    ...Object.fromEntries(
      Map.groupBy(made.ratingHistory, ({ period }) => (period === null ? '' : ratingHistoryPart(period))),
    ),
    [ALERTS_PART]: made.alerts,
    [CHANGES_PART]: made.changes,
    [OFFICERS_AFTER_PART]: made.officersAfter,
  };
}

function outcomeParts({ stage, scorecards, gaps }: StageOutcomes): readonly (readonly [string, unknown])[] {
  return [
    ...scorecards.slice(0, 1).map((latest) => [scorecardPart(stage.id), latest] as const),
    ...scorecards.flatMap((each) => (each.year ? [[scorecardPart(stage.id, each.year), each] as const] : [])),
    ...[...gaps].map(([metric, each]) => [gapsPart(metric), each] as const),
  ];
}

/** The parts that callers without small numbers see otherwise; of what they see nothing, an empty one. */
function protectedParts(
  whole: Readonly<Record<string, unknown>>,
  shown: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(whole).flatMap(([name, part]) => {
      const other = shown[name] ?? [];
      return JSON.stringify(part) === JSON.stringify(other) ? [] : [[protectedPart(name), other] as const];
    }),
  );
}
