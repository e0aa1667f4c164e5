import type { Drop } from '../../shared/facts/drop.ts';
import type { Summary } from '../../shared/recompute/summary/summary-view.ts';
import type { SeriesView } from '../../shared/recompute/views.ts';
import { type Answer, ask } from './ask.ts';

export type AreaItem = { readonly code: string; readonly name: string };
export type AlertItem = Summary['alerts']['items'][number] & {
  readonly reasons: readonly { readonly text: string }[];
};
export type DropItem = Pick<
  Drop,
  'id' | 'feed' | 'key' | 'state' | 'deleted' | 'knownAt' | 'receivedAt' | 'rows' | 'cells' | 'problemCount'
>;

export type List<Item> = { readonly items: readonly Item[]; readonly next: string | null };

/** All that the first page of a council shows. */
export type PageAnswers = {
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
export async function askPage(area: string): Promise<PageAnswers> {
  const at = `/areas/${encodeURIComponent(area)}`;
  const [summary, series, alerts, drops] = await Promise.all([
    ask<Summary>(`${at}/summary`),
    ask<SeriesView>(`${at}/series/${CHARTED}`),
    ask<List<AlertItem>>(`${at}/alerts?limit=200`),
    ask<List<DropItem>>(`${at}/drops?limit=${LAST_FILES}`),
  ]);
  return { summary, series, alerts, drops };
}
