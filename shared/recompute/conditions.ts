import type { AlertState } from '../alerting/alert.ts';
import type { Condition, Links } from '../alerting/condition.ts';
import { dedupKey } from '../alerting/dedup-key.ts';
import { quarantinedFile } from '../alerting/file-condition.ts';
import { lateFile, lateNoMore } from '../alerting/late-condition.ts';
import { conditionFromRatings } from '../alerting/metric-condition.ts';
import { type Drop, latestVersions } from '../facts/drop.ts';
import { periodText } from '../rating/period-text.ts';
import { alertLinks } from './alert-links.ts';
import type { AreaSeries } from './figures.ts';
import type { RefusedFiles } from './inhibition.ts';
import type { SeriesRatings } from './judge.ts';
import type { LateFile } from './late-files.ts';

/** The conditions of a rated series: one for each rule that speaks of it. */
export function metricConditions(
  area: string,
  { definition, series }: AreaSeries,
  ratings: SeriesRatings,
  inhibitedBy: string | null,
  dashboardUrl: string,
): readonly Condition[] {
  const { id: metric, shortName: metricName } = definition;
  const page = { area, page: 'measure', metric } as const;
  const about = { area, metric, metricName, dimensions: series.dimensions };
  return (['plan', 'limit'] as const).flatMap((rule) => {
    const history = ratings[rule];
    const links = alertLinks(dashboardUrl, page, `against-${rule}`, series.dimensions);
    return history.length === 0
      ? []
      : [{ ...conditionFromRatings(history, { ...about, rule, links }), inhibitedBy }];
  });
}

/** Where to look when interventions do not show in a metric. */
export function seriesLinks(area: string, metric: string, dashboardUrl: string): Links {
  return alertLinks(dashboardUrl, { area, page: 'measure', metric }, 'intervention-behind');
}

/** The conditions of the files of an area folder: is the latest version of each in quarantine? */
export function fileConditions(drops: readonly Drop[], dashboardUrl: string): readonly Condition[] {
  return [...latestVersions(drops).values()].map((drop) =>
    quarantinedFile({
      drop,
      problemCode: drop.quarantineCode,
      links: alertLinks(dashboardUrl, { area: drop.area, page: 'files' }, 'quarantined-file'),
    }),
  );
}

/** The conditions "the file of this month has not come", and the end of those that were told earlier. */
export function lateConditions(
  area: string,
  late: readonly LateFile[],
  refused: RefusedFiles,
  earlier: readonly AlertState[],
  dashboardUrl: string,
): readonly Condition[] {
  const conditions = late
    .filter(({ isTold }) => isTold)
    .map(({ feed, title, period, text }) =>
      lateFile({
        ...{ area, feed, feedTitle: title, period, periodText: periodText(period), text },
        links: alertLinks(dashboardUrl, { area, page: 'files' }, 'late-file'),
        inhibitedBy: refused.get(feed) ?? null,
      }),
    );
  return [...conditions, ...lateNoMore(earlier, conditions)];
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
    links: alertLinks(dashboardUrl, { area, page: 'measures' }, 'forecast-fault'),
  };
}
