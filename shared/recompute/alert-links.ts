import type { Links } from '../alerting/condition.ts';
import type { Dimensions } from '../facts/cell.ts';

/** The sections of docs/runbooks/alerts.md, which pages serve as /runbooks/alerts.html. */
type RunbookSection =
  | 'against-plan'
  | 'against-limit'
  | 'intervention-behind'
  | 'quarantined-file'
  | 'late-file'
  | 'forecast-fault';

/** Where to look, and what to check there: both for people, under the address of the dashboard. */
export function alertLinks(
  dashboardUrl: string,
  page: { readonly area: string; readonly page: 'measure' | 'measures' | 'files'; readonly metric?: string },
  section: RunbookSection,
  dimensions: Dimensions = {},
): Links {
  return {
    dashboard: `${dashboardUrl}/?${new URLSearchParams({ ...page, ...dimensions })}`,
    runbook: `${dashboardUrl}/runbooks/alerts.html#${section}`,
  };
}
