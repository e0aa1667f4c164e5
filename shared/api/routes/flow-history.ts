import { metrics } from '../../catalogue/metrics.ts';
import { asMonth } from '../../period/period.ts';
import { areaFigures } from '../../recompute/figures.ts';
import { leverMetrics } from '../../scenario/flow/deviations.ts';
import { type Lever, levers } from '../../scenario/flow/levers.ts';
import type { FlowHistory } from '../../scenario/flow/system-flow.ts';
import type { SystemFlow } from '../../scenario/flow/system-flow-schema.ts';
import type { Claims } from '../authorise.ts';
import type { ComputePorts } from '../ports.ts';
import { veiledSeries } from '../veiled.ts';
import { knownTo } from './known-as-of.ts';

const NO_HISTORY: FlowHistory = { requests: [], noToAssessRate: [], noToIssueRate: [], ceased: [] };

/** The area's own months of each lever, read when the uncertainty of one is to be fitted to them. */
export async function flowHistory(
  uncertainty: SystemFlow['uncertainty'],
  area: string,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<FlowHistory> {
  const fitted = levers.filter((lever) => uncertainty && uncertainty.deviations[lever] === undefined);
  if (fitted.length === 0) return NO_HISTORY;
  const found = await knownTo(area, caller, ports);
  if (!('known' in found)) return NO_HISTORY;
  const { all } = areaFigures(area, found.known, metrics, ports.clock.now());
  const monthsOf = (lever: Lever) =>
    all
      .filter(({ series }) => series.metric === leverMetrics[lever])
      .filter(({ series }) => Object.keys(series.dimensions).length === 0)
      .flatMap(({ series }) =>
        veiledSeries(series, found.veil).points.flatMap(({ period, value }) =>
          asMonth(period) && value !== null ? [value] : [],
        ),
      );
  return {
    requests: monthsOf('requests'),
    noToAssessRate: monthsOf('noToAssessRate'),
    noToIssueRate: monthsOf('noToIssueRate'),
    ceased: monthsOf('ceased'),
  };
}
