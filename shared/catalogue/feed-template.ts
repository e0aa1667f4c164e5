import type { FeedDefinition } from './feeds/feed.ts';

/**
 * A file to fill in: the columns of a feed and nothing below. Dropped as it is, it is quarantined as `no-rows`, so
 * that no example can ever be taken for a figure.
 */
export function templateOf({ columns }: FeedDefinition): string {
  return `${columns.map(({ name }) => name).join(',')}\n`;
}

/** The feeds that somebody fills in; national statistics are dropped as they were published. */
export function filledIn(feeds: readonly FeedDefinition[]): readonly FeedDefinition[] {
  return feeds.filter(({ shape }) => shape !== 'open-data');
}
