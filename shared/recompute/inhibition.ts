import { dedupKey } from '../alerting/dedup-key.ts';
import { lateFileKey } from '../alerting/late-condition.ts';
import type { MetricSeries } from '../derive/point.ts';
import { type Drop, isCommitted, latestVersions } from '../facts/drop.ts';
import { dayInLondon } from '../period/london.ts';
import { comparePeriods } from '../period/period.ts';
import type { LateFile } from './late-files.ts';

/** For each feed of an area the alert of the file that was refused since the last one of it was taken; null for none. */
export type RefusedFiles = ReadonlyMap<string, string>;

/** The refused files after which no file of their feed has been taken. */
export function refusedFiles(area: string, drops: readonly Drop[]): RefusedFiles {
  const own = drops.filter((drop) => drop.area === area);
  const taken = new Map<string, string>();
  for (const { feed, receivedAt } of own.filter(isCommitted))
    if (receivedAt > (taken.get(feed) ?? '')) taken.set(feed, receivedAt);
  const refused = [...latestVersions(own).values()]
    .filter(({ state, feed, receivedAt }) => state === 'quarantined' && receivedAt > (taken.get(feed) ?? ''))
    .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  return new Map(refused.map(({ feed, key }) => [feed, dedupKey([area, 'file', key])]));
}

/**
 * The alert of the file for which a series has no newer figure: the feed of its last figure is late with a later month,
 * or its last file was refused. Null where the series is not waiting, and where its figure came after the file was due:
 * what has just come is news, however old its month.
 */
export function inhibitedBy(
  area: string,
  { points }: MetricSeries,
  late: readonly LateFile[],
  refused: RefusedFiles,
): string | null {
  const last = points.findLast(({ value }) => value !== null);
  if (last === undefined) return null;
  const { feed, receivedAt } = last.source.drop;
  const came = dayInLondon(new Date(receivedAt));
  const missing = late.find(
    ({ isTold, period, due, ...file }) =>
      isTold && file.feed === feed && due >= came && comparePeriods(period, last.period) > 0,
  );
  return refused.get(feed) ?? (missing === undefined ? null : lateFileKey(area, feed, missing.period));
}
