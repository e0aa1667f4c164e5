import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { SeriesKey } from '../facts/cell.ts';
import type { RowPlace } from './row-place.ts';
import type { TidyFields } from './tidy-fields.ts';

/** The series that a row speaks of; undefined while a field that names it is missing. */
export function seriesOf(
  fields: TidyFields,
  { level, place }: RowPlace,
  feed: FeedDefinition,
): SeriesKey | undefined {
  const { role } = feed;
  const metric = fields.metric?.id ?? (namesMetrics(feed) ? undefined : feed.id);
  if (metric === undefined) return undefined;
  const dimensions: Record<string, string> = {
    ...(fields.financialYear !== undefined && { financialYear: fields.financialYear }),
    ...fields.breakdowns,
  };
  switch (role) {
    case 'actual': {
      // Figures of a region and of England lie under that place, if the file is one for all councils: a council's
      // own file only says what was published of them, and so does any file of a mean over neighbours.
      const own = level === 'la' || (place !== undefined && level !== 'stat-neighbours');
      return own
        ? { role, metric, dimensions }
        : { role: 'published', metric, dimensions, level, edition: feed.id };
    }
    case 'plan': {
      const { trajectory, kind } = fields;
      return trajectory === undefined || kind === undefined
        ? undefined
        : { role, metric, dimensions, trajectory, kind };
    }
    case 'pupils':
      return { role, metric, dimensions };
    case 'register':
      return undefined;
    case 'published': {
      const edition = fields.edition ?? fields.publishedOn ?? 'unspecified';
      return { role, metric, dimensions, level, edition };
    }
  }
}

/** Whether the rows of a feed say what they measure; else they count pupils. */
export function namesMetrics({ columns }: FeedDefinition): boolean {
  return columns.some(({ holds }) => holds.kind === 'metric');
}
