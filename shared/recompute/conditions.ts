import type { Condition, Links } from '../alerting/condition.ts';
import { quarantinedFile } from '../alerting/file-condition.ts';
import { conditionFromRatings } from '../alerting/metric-condition.ts';
import type { Drop } from '../facts/drop.ts';
import type { AreaSeries } from './figures.ts';
import { latestVersions } from './input-digest.ts';
import type { SeriesRatings } from './judge.ts';

/** Where people look when an alert comes, and what the runbook says to do. */
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
