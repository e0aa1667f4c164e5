import type { AlertState } from '../../alerting/alert.ts';
import { areaByCode } from '../../catalogue/areas.ts';
import type { MetricDefinition } from '../../catalogue/metric.ts';
import type { PlanLine } from '../../derive/plans.ts';
import type { Veil } from '../../disclosure/veil.ts';
import type { Drop } from '../../facts/drop.ts';
import type { Portfolio } from '../../programme/portfolio/portfolio.ts';
import type { Known } from '../figures.ts';
import type { LateFile } from '../late-files.ts';
import type { OfficersSaid } from '../officer-rating.ts';
import { noOutcomes, type OutcomeSummary } from '../outcomes/outcome-summary-view.ts';
import type { OverallRating } from '../views.ts';
import { latestChanges } from './changes.ts';
import { childMeasures } from './child-measures.ts';
import { headlineMeasures } from './headline-measures.ts';
import { inYearGoal } from './in-year-goal.ts';
import { lastReview } from './last-review.ts';
import { measureOf } from './measure.ts';
import { openAlerts } from './open-alerts.ts';
import { overallWithWhy } from './overall-why.ts';
import { overdue } from './overdue.ts';
import type { RatedSeries } from './rated-series.ts';
import { sourcesOf } from './sources.ts';
import type { Summary } from './summary-view.ts';

export type SummaryInput = {
  readonly area: string;
  readonly known: Known;
  readonly catalogue: readonly MetricDefinition[];
  readonly now: Date;
  readonly lines: readonly PlanLine[];
  readonly series: readonly RatedSeries[];
  readonly overall: OverallRating;
  readonly alerts: readonly AlertState[];
  readonly late: readonly LateFile[];
  /** What the registers say, and what officers say of the whole: no figure is in it, so it is the same for everybody. */
  readonly registers: Portfolio & { readonly officers: OfficersSaid | null };
  /** Results of schools; left out where nothing is known of them. */
  readonly outcomes?: OutcomeSummary;
  /** For callers without small numbers: `series`, `overall` and `alerts` are what they see. */
  readonly veil?: Veil;
};

const LAST_DROPS = 10;

/** The portfolio page of an area in one answer. Of an area without data everything is empty and grey. */
export function summarise(input: SummaryInput): Summary {
  const { area, known, catalogue, now, lines, series, registers } = input;
  const chosen = headlineMeasures(series, catalogue, now);
  const headlines = chosen.map((each) => measureOf(each, series, lines, now));
  return {
    area,
    name: areaByCode(area)?.name ?? area,
    madeAt: now.toISOString(),
    overall: { ...overallWithWhy(input.overall, chosen), officers: officersSay(registers.officers) },
    headlines,
    children: childMeasures(series, catalogue).map((each) => measureOf(each, series, lines, now)),
    inYearGoal: inYearGoal(headlines, now),
    alerts: openAlerts(input.alerts),
    changes: latestChanges(known, catalogue, now, {
      reviewed: lastReview(registers.meetings, known.drops, now),
      veil: input.veil,
    }),
    drops: known.drops.toSorted(newestFirst).slice(0, LAST_DROPS).map(described),
    sources: sourcesOf(known, now),
    overdue: overdue(input.late, registers.late, now),
    outcomes: input.outcomes ?? noOutcomes,
    programmes: [...registers.programmes],
    workstreams: [...registers.workstreams],
    topRisks: [...registers.topRisks],
    registersNote: registers.note,
  };
}

function officersSay(report: OfficersSaid | null): Summary['overall']['officers'] {
  return report?.rating ? { rating: report.rating, update: report.update } : null;
}

function newestFirst(a: Drop, b: Drop): number {
  return a.id < b.id ? 1 : -1;
}

function described(drop: Drop): Summary['drops'][number] {
  const { id, feed, key, state, deleted, knownAt, receivedAt, cells, problemCount, quarantineCode } = drop;
  return { id, feed, key, state, deleted, knownAt, receivedAt, cells, problemCount, quarantineCode };
}
