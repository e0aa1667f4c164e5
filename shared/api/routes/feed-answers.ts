import { columnTakes } from '../../catalogue/column-content.ts';
import { filledIn, templateOf } from '../../catalogue/feed-template.ts';
import type { FeedDefinition } from '../../catalogue/feeds/feed.ts';
import { feedById, feeds } from '../../catalogue/feeds/feeds.ts';
import { type Problem, problem } from '../problem.ts';
import type { DescribedFeed } from './feeds.ts';

/** Every feed with its columns. It holds the whole catalogue of feeds, so it is read when somebody asks. */
export function describedFeeds(): readonly DescribedFeed[] {
  return feeds.map(describe);
}

/** A file to fill in for a feed, as CSV; or why there is none. */
export function templateNamed(id: string): string | Problem {
  const feed = feedById(id);
  if (feed === undefined) return problem(404, 'There is no such feed. See /api/v1/feeds.');
  return filledIn([feed]).length === 0
    ? problem(404, `A file of ${feed.id} is dropped as it was published: there is nothing to fill in.`)
    : templateOf(feed);
}

function describe(feed: FeedDefinition): DescribedFeed {
  const { id, title, description, shape, shared, columns } = feed;
  return {
    ...{ id, title, purpose: description, shape, shared },
    template: filledIn([feed]).length === 0 ? null : `/api/v1/feeds/${id}/template`,
    columns: columns.map((column) => {
      const { takes, unit, words } = columnTakes(column);
      const { name, description: meaning, required, variants } = column;
      return { name, meaning, takes, unit, words: [...words], required, variants: [...variants] };
    }),
  };
}
