import { expect, test } from 'vitest';
import { feedTitles } from '../../shared/catalogue/feed-titles.ts';
import { feeds } from '../../shared/catalogue/feeds/feeds.ts';

test('the titles are those of the feeds, in their order', () => {
  expect(feedTitles).toEqual(feeds.map(({ id, title }) => ({ id, title })));
});
