import type { Condition, Links } from '../alerting/condition.ts';
import { dedupKey } from '../alerting/dedup-key.ts';
import { quarantinedFile } from '../alerting/file-condition.ts';
import { conditionFromRatings } from '../alerting/metric-condition.ts';
import { type Drop, latestVersions } from '../facts/drop.ts';
import type { AreaSeries } from './figures.ts';
import type { SeriesRatings } from './judge.ts';

/** Path of the runbook, in the repository. */
const RUNBOOK = 'docs/runbooks/alerts.md';

/** The conditions of a rated series: one for each rule that speaks of it. */
export function metricConditions(
  area: string,
  { definition, series }: AreaSeries,
  ratings: SeriesRatings,
  dashboardUrl: string,
): readonly Condition[] {
  const { id: metric, shortName: metricName } = definition;
  const query = new URLSearchParams(series.dimensions).toString();
  const dashboard = `${dashboardUrl}/api/v1/areas/${area}/series/${metric}${query && `?${query}`}`;
  const about = { area, metric, metricName, dimensions: series.dimensions };
  return (['plan', 'limit'] as const).flatMap((rule) => {
    const history = ratings[rule];
    const links: Links = { dashboard, runbook: `${RUNBOOK}#against-${rule}` };
    return history.length === 0 ? [] : [conditionFromRatings(history, { ...about, rule, links })];
  });
}

/** The conditions of the files of an area folder: is the latest version of each in quarantine? */
export function fileConditions(drops: readonly Drop[], dashboardUrl: string): readonly Condition[] {
  return [...latestVersions(drops).values()].map((drop) =>
    quarantinedFile({
      drop,
      problemCode: drop.quarantineCode,
      links: {
        dashboard: `${dashboardUrl}/api/v1/areas/${drop.area}/drops/${drop.id}`,
        runbook: `${RUNBOOK}#quarantined-file`,
      },
    }),
  );
}

/** The condition "forecasts fail": for those who run the system; readers see which series have none. */
export function forecastFaults(area: string, faults: readonly string[], dashboardUrl: string): Condition {
  const count = faults.length === 1 ? '1 series' : `${faults.length} series`;
  return {
    dedupKey: dedupKey([area, 'forecast-fault']),
    topic: 'operations',
    area,
    state: faults.length > 0 ? 'breach' : 'clear',
    severity: 'warning',
    ...{
      metric: null,
      period: null,
      rating: null,
      previousRating: null,
      value: null,
      bound: null,
      since: null,
    },
    title:
      faults.length > 0
        ? `The forecast of ${count} of ${area} fails`
        : `All forecasts of ${area} can be made`,
    reasons: faults.map((text) => ({
      ...{ rule: 'forecast-fault', value: null, bound: null, difference: null, since: null },
      text,
    })),
    links: {
      dashboard: `${dashboardUrl}/api/v1/areas/${area}/ratings`,
      runbook: `${RUNBOOK}#forecast-fault`,
    },
  };
}
