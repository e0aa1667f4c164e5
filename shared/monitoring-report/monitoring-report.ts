import { areaByCode } from '../catalogue/areas.ts';
import { dayInLondon } from '../period/london.ts';
import type { Month } from '../period/month.ts';
import type { Summary } from '../recompute/summary/summary-view.ts';
import { conditionPart, type SeriesFor } from './condition-part.ts';
import type { EvidenceSeries } from './evidence.ts';
import { forecastAccuracy } from './forecast-accuracy.ts';
import { type NarrativeEntries, narrated } from './narrative.ts';
import { proposals, type SplitGap } from './proposals.ts';
import type { ConditionEntry, RiskEntry } from './register-entries.ts';
import type { MonitoringReport } from './report-schema.ts';
import { riskPart } from './risk-part.ts';
import { MOST_STATED, onTrackQuestions, ratingDefinitions, signingRoles } from './template.ts';
import { toComplete } from './to-complete.ts';

/** All that a report is made from, as its reader may see it. */
export type ReportInput = {
  readonly area: string;
  readonly update: Month;
  /** The instant looked from. */
  readonly at: Date;
  readonly summary: Pick<Summary, 'overall' | 'inYearGoal'>;
  readonly conditions: readonly ConditionEntry[];
  readonly risks: readonly RiskEntry[];
  readonly narrative: NarrativeEntries;
  readonly seriesFor: SeriesFor;
  /** Series whose forecasts' accuracy is told. */
  readonly forecast: readonly EvidenceSeries[];
  /** Gaps to plan, from which drivers and barriers are proposed. */
  readonly gaps: readonly SplitGap[];
};

/**
 * The quarterly monitoring report of an update: what officers said of it, and only of it, beside the figures known at
 * the instant. What nobody has said is null and listed to be completed. Source: facts.md part B.
 */
export function monitoringReport(input: ReportInput): MonitoringReport {
  const { area, update, at, summary, narrative } = input;
  const section = (name: string) => narrated(narrative, name, update);
  const stated = (name: string) =>
    section(name)
      .flatMap(({ text }) => text ?? [])
      .slice(0, MOST_STATED);
  const proposed = proposals(input.gaps);
  const [support] = section('adviser-support');
  const { overall, inYearGoal } = summary;
  const report: Omit<MonitoringReport, 'toComplete'> = {
    ...{ area, name: areaByCode(area)?.name ?? area, update, knownOn: dayInLondon(at) },
    overall: {
      ...{ rating: overall.rating, why: overall.why, inYearGoal: inYearGoal.text },
      officerRating: overall.officers?.rating ?? null,
    },
    submitted: section('submission')[0]?.text ?? null,
    onTrack: onTrackQuestions.map(({ position, question }) => {
      const said = section('on-track').find((each) => each.position === position);
      return { position, question, answer: said?.answer ?? null, text: said?.text ?? null };
    }),
    drivers: { stated: stated('drivers'), proposals: [...proposed.drivers] },
    barriers: { stated: stated('barriers'), proposals: [...proposed.barriers] },
    proposalNote: proposed.note,
    engagement: { stated: stated('engagement') },
    conditions: input.conditions
      .toSorted((a, b) => a.condition.localeCompare(b.condition, 'en', { numeric: true }))
      .map((entry) => conditionPart(entry, update, input.seriesFor)),
    definitions: ratingDefinitions.map((each) => ({ ...each })),
    risks: input.risks.flatMap((entry) => riskPart(entry, update) ?? []),
    adviserSupport: { answer: support?.answer ?? null, text: support?.text ?? null },
    signOff: signatures(section('sign-off')),
    accuracy: input.forecast.flatMap(forecastAccuracy),
  };
  return { ...report, toComplete: toComplete(report) };
}

/** Who signed by role; a role that has to sign and did not is there too. */
function signatures(said: ReturnType<typeof narrated>): MonitoringReport['signOff'] {
  const signed = said.flatMap(({ role, text }) => (role === null ? [] : [{ role, text }]));
  const missing = signingRoles.filter((role) => !signed.some((each) => plain(each.role) === plain(role)));
  return [...signed, ...missing.map((role) => ({ role, text: null }))];
}

function plain(role: string): string {
  return role.toLowerCase().replace(/[^a-z0-9]/g, '');
}
