import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import { feedById, feeds } from '../catalogue/feeds/feeds.ts';
import { SHARED_AREA, UNKNOWN_AREA } from '../facts/folder.ts';
import { nearestName } from '../reading/heading.ts';

/** Where a key says it belongs: a served area (or `_shared`) and a feed, or why it belongs nowhere. */
export type Address =
  | { readonly kind: 'known'; readonly area: string; readonly feed: FeedDefinition }
  | { readonly kind: 'unknown'; readonly feed: string; readonly code: string; readonly message: string };

/** Reads `AREA/FEED/name`; `areas` are the served councils. */
export function addressOf(key: string, areas: readonly string[]): Address {
  const [area = '', feedId = '', ...name] = key.split('/');
  const unknown = (code: string, message: string): Address => ({
    kind: 'unknown',
    feed: feedId,
    code,
    message,
  });
  if (name.join('/') === '') {
    return unknown(
      'bad-key',
      `Cannot place "${cut(key)}": a key has an area, a feed and a file name. Put it at AREA/FEED/name.csv.`,
    );
  }
  if (area !== SHARED_AREA && !areas.includes(area)) {
    return unknown(
      'unknown-area',
      `Cannot take files of "${cut(area)}": this system serves ${areas.join(', ')}. Put the file under one of these.`,
    );
  }
  const feed = feedById(feedId);
  if (!feed) return unknown('unknown-feed', unknownFeed(feedId));
  return { kind: 'known', area, feed };
}

/** The area folder under which the drops of a key are recorded. */
export function folderOf(key: string, areas: readonly string[]): string {
  const address = addressOf(key, areas);
  return address.kind === 'known' ? address.area : UNKNOWN_AREA;
}

function unknownFeed(feedId: string): string {
  const names = feeds.map(({ id }) => id);
  const near = nearestName(feedId, names);
  const meant = near === undefined ? `The feeds are ${names.join(', ')}.` : `Is ${near} meant?`;
  return `Cannot take files of the feed "${cut(feedId)}": there is no such feed. ${meant} Put the file at AREA/FEED/name.csv.`;
}

function cut(text: string): string {
  return text.slice(0, 80);
}
