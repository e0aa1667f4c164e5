import { feedTitles } from '../../catalogue/feed-titles.ts';
import { isCommitted } from '../../facts/drop.ts';
import { foldFacts } from '../../facts/fold.ts';
import { comparePeriods, type Period, UNDATED } from '../../period/period.ts';
import type { Known } from '../figures.ts';
import type { Summary } from './summary-view.ts';

/** For each feed when it was last refreshed and the latest period that it now speaks of; nulls before its first file. */
export function sourcesOf({ drops, blocks }: Known, now: Date): Summary['sources'] {
  const committed = drops.filter((drop) => isCommitted(drop) && new Date(drop.knownAt) <= now);
  const speaking = [...foldFacts(drops, blocks, now).values()].flatMap(({ cells }) =>
    [...cells].map(([period, { drop }]) => ({ period, feed: drop.feed, key: drop.key })),
  );
  return feedTitles.map(({ id, title }) => {
    const ofFeed = committed.filter(({ feed }) => feed === id);
    const said = speaking.filter(({ feed }) => feed === id);
    return {
      feed: id,
      title,
      files: new Set(said.map(({ key }) => key)).size,
      knownAt: last(ofFeed.map(({ knownAt }) => knownAt)),
      receivedAt: last(ofFeed.map(({ receivedAt }) => receivedAt)),
      latestPeriod: lastPeriod(said.map(({ period }) => period).filter((period) => period !== UNDATED)),
    };
  });
}

function last(instants: readonly string[]): string | null {
  return instants.reduce<string | null>((latest, at) => (latest === null || latest < at ? at : latest), null);
}

function lastPeriod(periods: readonly Period[]): Period | null {
  return periods.reduce<Period | null>(
    (latest, period) => (latest === null || comparePeriods(latest, period) < 0 ? period : latest),
    null,
  );
}
