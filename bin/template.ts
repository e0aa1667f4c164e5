import { filledIn, templateOf } from '../shared/catalogue/feed-template.ts';
import { feedById, feeds } from '../shared/catalogue/feeds/feeds.ts';
import { listOfFeeds } from './command/template.ts';

const offered = filledIn(feeds);

const [id, ...more] = process.argv.slice(2);
const known = id === undefined ? undefined : feedById(id);
const feed = offered.find((each) => each === known);

if (id === undefined) process.stdout.write(listOfFeeds(offered));
else if (feed !== undefined && more.length === 0) process.stdout.write(templateOf(feed));
else {
  const cause =
    known === undefined
      ? `there is no feed "${id}"`
      : feed === undefined
        ? `a file of ${id} is dropped as it was published`
        : `one feed at a time, and "${more.join(' ')}" is too much`;
  process.stderr.write(
    `Cannot make a template: ${cause}. Write npm run --silent template -- FEED > file.csv, with one of:\n${listOfFeeds(offered)}`,
  );
  process.exitCode = 2;
}
