import type { FeedDefinition } from '../../shared/catalogue/feeds/feed.ts';

/** The feeds with their titles, a line each. */
export function listOfFeeds(feeds: readonly FeedDefinition[]): string {
  const width = Math.max(...feeds.map(({ id }) => id.length));
  return feeds.map(({ id, title }) => `${id.padEnd(width)}  ${title}\n`).join('');
}
