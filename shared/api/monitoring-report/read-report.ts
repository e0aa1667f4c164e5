import { metricById, metrics } from '../../catalogue/metrics.ts';
import { type Dimensions, dimensionsId } from '../../facts/cell.ts';
import type { EvidenceSeries } from '../../monitoring-report/evidence.ts';
import { monitoringReport } from '../../monitoring-report/monitoring-report.ts';
import { narrativeEntriesSchema } from '../../monitoring-report/narrative.ts';
import { conditionEntriesSchema, riskEntriesSchema } from '../../monitoring-report/register-entries.ts';
import type { MonitoringReport } from '../../monitoring-report/report-schema.ts';
import type { Month } from '../../period/month.ts';
import { ratingHistoryPart, registerPart, SUMMARY_PART, seriesPart } from '../../recompute/part-names.ts';
import { ratingItemsSchema } from '../../recompute/ratings-view.ts';
import { summarySchema } from '../../recompute/summary/summary-view.ts';
import { seriesSchema } from '../../recompute/views.ts';
import type { Claims } from '../authorise.ts';
import type { ComputePorts } from '../ports.ts';
import { type Problem, problem } from '../problem.ts';
import { knownAsOf } from '../routes/known-as-of.ts';
import { type RunRead, readRun } from '../run-read.ts';
import { splitGaps } from './split-gaps.ts';

/** Series whose forecasts a reader of the report relies on. */
const FORECAST = ['ehcp.active', 'inmss.placed'];

const REGISTERS = ['conditions', 'risks', 'report-narrative'] as const;

/** The monitoring report of an area for an update, as a caller may see it; or why there is none. */
export async function readReport(
  area: string,
  update: Month,
  asOf: string | undefined,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<MonitoringReport | Problem> {
  const [run, found] = await Promise.all([
    readRun(area, asOf, caller, ports, () => [SUMMARY_PART, ...REGISTERS.map(registerPart)]),
    knownAsOf(area, asOf, caller, ports),
  ]);
  if (run.kind === 'problem') return run.problem;
  if (!('known' in found)) return found;
  const summary = run.part(SUMMARY_PART);
  if (summary === undefined) {
    return problem(404, `Nothing is known of ${area} yet, so there is no report. Put the first file.`);
  }
  const register = (feed: (typeof REGISTERS)[number]) => run.part(registerPart(feed)) ?? [];
  const conditions = conditionEntriesSchema.parse(register('conditions'));
  const evidence = conditions.flatMap((each) => each.evidence);
  const forecast = FORECAST.map((metric) => ({ metric, dimensions: {} }));
  const series = await readSeries(run, [...evidence, ...forecast]);
  const seriesFor = (metric: string, dimensions: Dimensions) => series.get(nameOf(metric, dimensions));
  return monitoringReport({
    ...{ area, update, at: run.at, conditions, seriesFor },
    summary: summarySchema.parse(summary),
    risks: riskEntriesSchema.parse(register('risks')),
    narrative: narrativeEntriesSchema.parse(register('report-narrative')),
    forecast: FORECAST.flatMap((metric) => seriesFor(metric, {}) ?? []),
    gaps: splitGaps(area, update, { ...found, catalogue: metrics }),
  });
}

type Named = { readonly metric: string; readonly dimensions: Dimensions };

/** Each series with the ratings that its periods had; parts that several need are read once. */
async function readSeries(
  run: RunRead,
  named: readonly Named[],
): Promise<ReadonlyMap<string, EvidenceSeries>> {
  const wanted = new Map(named.map((each) => [nameOf(each.metric, each.dimensions), each]));
  const names = [...wanted.values()].map(({ metric, dimensions }) => seriesPart(metric, dimensions));
  const { part: seriesOf } = await run.more(names);
  const all = names.flatMap((name) => {
    const read = seriesSchema.safeParse(seriesOf(name));
    return read.success ? [read.data] : [];
  });
  const years = new Set(all.flatMap(({ points }) => points.map(({ period }) => ratingHistoryPart(period))));
  const { part: historyOf } = await run.more([...years]);
  const history = [...years].flatMap((name) => ratingItemsSchema.parse(historyOf(name) ?? []));
  return new Map(
    all.map((view) => {
      const name = nameOf(view.metric, view.dimensions);
      const ratings = history.filter((item) => nameOf(item.metric, item.dimensions) === name);
      return [name, { view, ratings, shortName: metricById(view.metric)?.shortName ?? view.name }];
    }),
  );
}

function nameOf(metric: string, dimensions: Dimensions): string {
  return `${metric}|${dimensionsId(dimensions)}`;
}
