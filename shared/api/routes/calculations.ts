import type { ComputePorts } from '../ports.ts';
import type { DescribedRoute, Route } from '../route.ts';
import { listChanges } from './changes.ts';
import { getCohort, listCohorts } from './cohorts.ts';
import { getCorrelation } from './correlations.ts';
import { listDataQuality } from './data-quality.ts';
import { getDecomposition } from './decomposition.ts';
import { listExport } from './export.ts';
import { getFeedTemplate, listFeeds } from './feeds.ts';
import { postFinance } from './finance.ts';
import { listLocalities } from './localities.ts';
import { getMapping } from './mappings.ts';
import { getMonitoringReport } from './monitoring-report.ts';
import { openApiRoute } from './openapi.ts';
import { listOverlaps } from './overlaps.ts';
import { getOverride } from './overrides.ts';
import { getRebase } from './rebase.ts';
import { listReconciliation } from './reconciliation.ts';
import { listReplay } from './replay.ts';
import { getRule } from './rules.ts';
import { compareScenarios, getScenario, listScenarios, listScenarioVersions } from './scenarios.ts';
import { listSchoolTypes } from './school-types.ts';
import { getStockBridge } from './stock-bridge.ts';
import { postSystemFlow } from './system-flow.ts';
import { listVersions } from './versions.ts';

const figures: readonly Route<ComputePorts>[] = [
  listFeeds,
  getFeedTemplate,
  getMapping,
  listVersions,
  listChanges,
  listExport,
  listReplay,
  getStockBridge,
  getDecomposition,
  getMonitoringReport,
  getRebase,
  getRule,
  getOverride,
  listReconciliation,
  listDataQuality,
  postSystemFlow,
  postFinance,
  listScenarios,
  compareScenarios,
  getScenario,
  listScenarioVersions,
  getCorrelation,
  listLocalities,
  listSchoolTypes,
  listCohorts,
  getCohort,
  listOverlaps,
];

/** What other functions answer: read only to be described. */
async function otherRoutes(): Promise<readonly DescribedRoute[]> {
  const [{ views }, { actions }, { fileReadings }] = await Promise.all([
    import('./views.ts'),
    import('./actions.ts'),
    import('./file-readings.ts'),
  ]);
  return [...views, ...actions, ...fileReadings];
}

/** The routes that functions/compute answers: what must be calculated first, the description of all routes included. */
export const calculations: readonly Route<ComputePorts>[] = [
  ...figures,
  openApiRoute(async () => [...figures, ...(await otherRoutes())]),
];
