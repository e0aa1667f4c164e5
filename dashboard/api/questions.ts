import type { RatingChange } from '../../shared/recompute/rating-change.ts';
import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import type { RatingItem, SeriesView } from '../../shared/recompute/views.ts';
import type { Address } from '../address.ts';
import { type Answer, ask, askAll, type List } from './ask.ts';
import type { Answers, Item } from './described.ts';

export type { List, RatingItem };

export type AreaItem = Item<'GET /areas'>;
export type AlertItem = Summary['alerts']['items'][number] & {
  readonly reasons: readonly { readonly text: string }[];
};
export type DropItem = Item<'GET /areas/{area}/drops'>;

export type MetricItem = Item<'GET /metrics'>;
export type VersionItem = Item<'GET /areas/{area}/series/{metric}/versions'>;
export type ReplayItem = Item<'GET /areas/{area}/replay'>;

/** All that the first page of a council shows. */
export type SummaryAnswers = {
  readonly summary: Answer<Summary>;
  readonly series: Answer<SeriesView>;
  readonly alerts: Answer<List<AlertItem & { readonly state: string }>>;
  readonly drops: Answer<List<DropItem>>;
};

export const CHARTED = 'ehcp.active';
const LAST_FILES = 8;

/** The councils that the reader may see. */
export function askAreas(): Promise<Answer<List<AreaItem>>> {
  return ask('/areas?limit=200');
}

/** Asks for everything of a council at once: one part that fails leaves the others standing. */
export async function askSummaryPage(area: string, asOf: string | undefined): Promise<SummaryAnswers> {
  const at = below(area);
  const [summary, series, alerts, drops] = await Promise.all([
    ask<Summary>(`${at}/summary${query({ asOf })}`),
    ask<SeriesView>(`${at}/series/${CHARTED}${query({ asOf })}`),
    askAll<AlertItem & { readonly state: string }>(`${at}/alerts${query({ limit: '200', asOf })}`),
    ask<List<DropItem>>(`${at}/drops${query({ limit: String(LAST_FILES), asOf })}`),
  ]);
  return { summary, series, alerts, drops };
}

/** The answer behind the first page alone. */
export function askSummary(area: string, asOf?: string): Promise<Answer<Summary>> {
  return ask(`${below(area)}/summary${query({ asOf })}`);
}

/** All that the page of a measure shows. */
export type MeasureAnswers = {
  readonly series: Answer<SeriesView>;
  readonly ratings: Answer<List<RatingItem>>;
  readonly changes: Answer<List<RatingChange>>;
  readonly metrics: Answer<List<MetricItem>>;
};

/** Asks for everything of one measure at once. */
export async function askMeasurePage(
  area: string,
  { metric, dimensions, asOf }: Address & { readonly metric: string },
): Promise<MeasureAnswers> {
  const [series, ratings, changes, metrics] = await Promise.all([
    askSeries(area, { metric, dimensions, asOf }),
    askRatings(area, asOf),
    askAll<RatingChange>(
      `${below(area)}/ratings/${encodeURIComponent(metric)}/history${query({ ...dimensions, limit: '200', asOf })}`,
    ),
    askMetrics(),
  ]);
  return { series, ratings, changes, metrics };
}

/** One measure of a council with its plans and forecast. */
export function askSeries(
  area: string,
  { metric, dimensions, asOf }: Pick<Address, 'dimensions' | 'asOf'> & { readonly metric: string },
): Promise<Answer<SeriesView>> {
  return ask(`${below(area)}/series/${encodeURIComponent(metric)}${query({ ...dimensions, asOf })}`);
}

export type AlertDetail = Item<'GET /areas/{area}/alerts'>;
export type AlertChange = Answers['GET /areas/{area}/alerts/{id}']['history'][number];
export type SilenceItem = Item<'GET /areas/{area}/silences'>;

/** Every alert of a council, open or over. */
export function askAlerts(area: string, asOf: string | undefined): Promise<Answer<List<AlertDetail>>> {
  return askAll(`${below(area)}/alerts${query({ limit: '200', asOf })}`);
}

/** What has become of one alert, the first change first. */
export function askAlertHistory(
  area: string,
  id: string,
): Promise<Answer<{ readonly history: readonly AlertChange[] }>> {
  return ask(`${below(area)}/alerts/${encodeURIComponent(id)}`);
}

/** Takes an alert on. */
export function acknowledge(
  area: string,
  id: string,
  said: { readonly by?: string; readonly note?: string; readonly version?: number },
): Promise<Answer<object>> {
  return ask(`${below(area)}/alerts/${encodeURIComponent(id)}/acknowledge`, { method: 'POST', body: said });
}

/** Lets nobody be told of one alert until a day. */
export function silence(
  area: string,
  alert: string,
  said: { readonly reason: string; readonly until: string },
): Promise<Answer<object>> {
  const id = `page-${alert.replace(/[^A-Za-z0-9._-]/g, '-')}`.slice(0, 100);
  return askAll<SilenceItem>(`${below(area)}/silences?limit=200`).then((listed) =>
    listed.kind === 'failed'
      ? listed
      : ask(`${below(area)}/silences/${id}`, {
          method: 'PUT',
          body: {
            ...{ match: { alert }, ...said },
            version: listed.body.items.find((each) => each.id === id)?.version ?? 0,
          },
        }),
  );
}

/** Every measure with its three answers. */
export function askRatings(area: string, asOf: string | undefined): Promise<Answer<List<RatingItem>>> {
  return askAll(`${below(area)}/ratings${query({ limit: '200', asOf })}`);
}

/** Every value that one period of a series has had. */
export function askVersions(
  { area, metric, dimensions }: SeriesView,
  period: string,
  asOf: string | undefined,
): Promise<Answer<List<VersionItem>>> {
  return ask(
    `${below(area)}/series/${encodeURIComponent(metric)}/versions${query({ ...dimensions, period, asOf })}`,
  );
}

/** The catalogue: what is measured, in which words. */
export function askMetrics(): Promise<Answer<List<MetricItem>>> {
  return askAll('/metrics?limit=200');
}

/** The rating of each measure at each month end from one on, by what was known then. */
export function askReplay(area: string, from: string): Promise<Answer<List<ReplayItem>>> {
  return ask(`${below(area)}/replay${query({ from })}`);
}

export function below(area: string): string {
  return `/areas/${encodeURIComponent(area)}`;
}

export function query(said: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
