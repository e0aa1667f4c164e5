import { metricById } from '../catalogue/metrics.ts';
import type { Dimensions } from '../facts/cell.ts';
import type { Period } from '../period/period.ts';
import { rollUp } from '../rating/roll-up.ts';
import { countsInRollUp } from '../recompute/roll-ups.ts';
import { chartOf } from './chart-of.ts';
import { type EvidenceSeries, evidenceAt } from './evidence.ts';
import { type ConditionEntry, saidBy, textAt } from './register-entries.ts';
import type { ReportCondition } from './report-schema.ts';

/** The series of a metric as the reader may see it; undefined where there is none. */
export type SeriesFor = (metric: string, dimensions: Dimensions) => EvidenceSeries | undefined;

const MOST_CHARTS = 2;

/** A condition at an update: what officers said until then, what the figures say, and charts of its evidence. */
export function conditionPart(entry: ConditionEntry, update: Period, seriesFor: SeriesFor): ReportCondition {
  const said = saidBy(entry, update);
  const [last] = said;
  // Said at this update: silence now is not what was said the last time.
  const now = said.find((each) => each.update === update);
  const series = entry.evidence.flatMap(({ metric, dimensions }) => seriesFor(metric, dimensions) ?? []);
  const evidence = series.map((each) => evidenceAt(each, update, now?.rating ?? null));
  const counted = evidence.filter(({ metric }) => {
    const definition = metricById(metric);
    return definition !== undefined && countsInRollUp(definition);
  });
  const members = counted.map(({ metric, name, rating }) => ({ id: metric, name, rating }));
  const { rating, reasons } = rollUp(`Condition ${entry.condition}`, members);
  return {
    condition: entry.condition,
    text: textAt(last, 'text') ?? entry.text,
    ratings: said.map((each) => ({ update: each.update, rating: each.rating })).toReversed(),
    rating: now?.rating ?? null,
    commentary: textAt(now, 'commentary'),
    figures: { rating, text: reasons.map(({ text }) => text).join(' ') },
    evidence,
    charts: series.flatMap(({ view, shortName }) => chartOf(view, shortName) ?? []).slice(0, MOST_CHARTS),
    interventions: entry.interventions.length,
    red: now?.rating === 'red' || rating === 'red' ? entry.red : null,
  };
}
