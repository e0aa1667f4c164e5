import { feedById, feeds } from '../shared/catalogue/feeds/feeds.ts';
import { listOfFeeds, templateOf } from './command/template.ts';

const [id, ...more] = process.argv.slice(2);
const feed = id === undefined ? undefined : feedById(id);

if (id === undefined) process.stdout.write(listOfFeeds(feeds));
else if (feed !== undefined && more.length === 0) process.stdout.write(templateOf(feed));
else {
  const cause =
    feed === undefined
      ? `there is no feed "${id}"`
      : `one feed at a time, and "${more.join(' ')}" is too much`;
  process.stderr.write(
    `Cannot make a template: ${cause}. Write npm run --silent template -- FEED > file.csv, with one of:\n${listOfFeeds(feeds)}`,
  );
  process.exitCode = 2;
}
