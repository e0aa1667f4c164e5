import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleOf, feedsPage } from '../../bin/command/feeds-page.ts';
import { filledIn } from '../../shared/catalogue/feed-template.ts';
import { feeds } from '../../shared/catalogue/feeds/feeds.ts';
import { readFile } from '../ingest/read-drop/reading.ts';

const written = readFileSync(new URL('../../docs/feeds.md', import.meta.url), 'utf8');

test('docs/feeds.md is what the definitions say', () => {
  expect(
    written === feedsPage(feeds),
    'docs/feeds.md is stale: run npm exec -- node bin/document-feeds.ts',
  ).toBe(true);
});

test.each(feeds)('$id has its section, with every column and every heading that is recognised', (feed) => {
  const [, section = ''] = written.split(`\n## ${feed.id}\n`);
  const own = section.split('\n## ')[0] ?? '';
  for (const { name, description, variants } of feed.columns) {
    expect(own).toContain(`| \`${name}\` | ${description}`);
    for (const variant of variants) expect(own).toContain(variant);
  }
});

describe('an example', () => {
  test.each(filledIn(feeds))('of $id is recognised and stores nothing', async (feed) => {
    const outcome = await readFile(feed.id, exampleOf(feed));
    expect(outcome.recognisedAs).toContain(`columns ${feed.columns.map(({ name }) => name).join(', ')}`);
    expect(outcome).toMatchObject({ cells: 0, blocks: [], rows: { read: 1, accepted: 0 } });
    expect(outcome.problems.length).toBeGreaterThan(0);
  });
});
