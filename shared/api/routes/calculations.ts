import type { ComputePorts } from '../ports.ts';
import type { Route } from '../route.ts';
import { actions } from './actions.ts';
import { listChanges } from './changes.ts';
import { getCohort, listCohorts } from './cohorts.ts';
import { getCorrelation } from './correlations.ts';
import { listDataQuality } from './data-quality.ts';
import { getDecomposition } from './decomposition.ts';
import { listExport } from './export.ts';
import { getFeedTemplate, listFeeds } from './feeds.ts';
import { fileReadings } from './file-readings.ts';
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
import { views } from './views.ts';

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

/** The routes that functions/compute answers: what must be calculated first, the description of all routes included. */
export const calculations: readonly Route<ComputePorts>[] = [
  ...figures,
  openApiRoute([...views, ...figures, ...actions, ...fileReadings]),
];
