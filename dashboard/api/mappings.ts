import { type Answer, ask } from './ask.ts';
import type { Answers, Item } from './described.ts';
import { below } from './questions.ts';

export type Mapping = Answers['GET /areas/{area}/mappings/{feed}'];
export type Headings = Mapping['columns'];
export type Feed = Item<'GET /feeds'>;

/** What the council has settled of its own headings for a feed. */
export function askMapping(area: string, feed: string): Promise<Answer<Mapping>> {
  return ask(pathOf(area, feed));
}

/** Settles headings for files that are put from now on; `version` is the one that was read. */
export function keepMapping(
  { area, feed, version }: Pick<Mapping, 'area' | 'feed' | 'version'>,
  columns: Headings,
): Promise<Answer<Mapping>> {
  return ask(pathOf(area, feed), { method: 'PUT', body: { columns, version } });
}

function pathOf(area: string, feed: string): string {
  return `${below(area)}/mappings/${encodeURIComponent(feed)}`;
}
