import { metrics } from '../../../shared/catalogue/metrics.ts';
import type { KeptScorecard, ScorecardRow } from '../../../shared/recompute/outcomes/scorecard-view.ts';
import { type Recomputed, recompute } from '../../../shared/recompute/recompute.ts';
import { memoryIngest } from '../../ingest/in-memory.ts';

const AREA = 'E06000054';
const NOW = '2026-01-09T09:00:00.000Z';

/** The run that files of results, of the council and shared, give; and other files by their key. */
export async function resultsRun(files: Readonly<Record<string, readonly string[]>>): Promise<Recomputed> {
  const ingest = memoryIngest();
  for (const [key, rows] of Object.entries(files)) {
    const report = await ingest.take(key, { text: rows.join('\n') }, { putTime: NOW });
    if (report.state !== 'accepted')
      throw new Error(`${key}: ${report.state} ${JSON.stringify(report.problems)}`);
  }
  const { own = [], elsewhere = [] } = Object.groupBy(ingest.blocks, ({ area }) =>
    area === AREA ? 'own' : 'elsewhere',
  );
  return recompute({
    ...{ area: AREA, catalogue: metrics, now: new Date(NOW), dashboardUrl: '' },
    known: { drops: ingest.drops, blocks: own, elsewhere },
    earlier: { alerts: [], forecasts: {} },
  });
}

/** The scorecard of a stage in a year, of the latest without one; a slip of the test throws. */
export function scorecardIn(
  { outcomes }: Pick<Recomputed, 'outcomes'>,
  stage: string,
  year?: string,
): KeptScorecard {
  const cards = outcomes.find((each) => each.stage.id === stage)?.scorecards ?? [];
  const found = year === undefined ? cards[0] : cards.find((each) => each.year === year);
  if (!found) throw new Error(`No scorecard ${stage} ${year ?? ''}`);
  return found;
}

/** The row of a metric, of all pupils or of a group. */
export function rowIn({ rows }: KeptScorecard, metric: string, group?: string): ScorecardRow {
  const found = rows.find((row) => row.metric === metric && row.dimensions['group'] === group);
  if (!found) throw new Error(`No row ${metric} ${group ?? ''}`);
  return found;
}
