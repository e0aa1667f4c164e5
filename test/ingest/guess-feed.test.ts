import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/project.ts';
import { templateOf } from '../../shared/catalogue/feed-template.ts';
import { feeds } from '../../shared/catalogue/feeds/feeds.ts';
import { guessFeed } from '../../shared/ingest/guess-feed.ts';

const none = () => undefined;

async function guessed(file: string | Uint8Array, own: Record<string, Record<string, string>> = {}) {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  return (await guessFeed(ReadableStream.from([bytes]), (feed) => own[feed]))?.id;
}

describe('the feed of a file', () => {
  const samples = globSync('samples/*/*/*.csv', { cwd: projectRoot });

  test.each(samples)('%s is told by its headings', async (path) => {
    expect(await guessed(readFileSync(join(projectRoot, path)))).toBe(path.split('/')[2]);
  });

  test.each(feeds.filter(({ shape }) => shape !== 'open-data'))('a template of $id is told', async (feed) => {
    expect(await guessed(templateOf(feed))).toBe(feed.id);
  });

  test('is told by headings as people write them, below a title', async () => {
    const file = 'Monthly return\n\nReturn month;Number of EHCPs;No. placed in INMSS\nOct-24;6161;362\n';
    expect(await guessed(file)).toBe('send-monthly');
  });

  test('is told by what the council has settled of its own headings', async () => {
    const file = 'When;Plans\n2024-10;6161\n';
    expect(await guessed(file)).toBeUndefined();
    expect(await guessed(file, { 'send-monthly': { When: 'month', Plans: 'ehcp_active' } })).toBe(
      'send-monthly',
    );
  });

  test('is told where a column that must be there has another name', async () => {
    expect(await guessed('Stichmonat,ehcp_active,new_plans\n2024-10,6161,88\n')).toBe('send-monthly');
  });

  test.each(['', 'hello\nworld\n', 'PK\u0003\u0004 no workbook', 'month\n2024-10\n'])(
    'is not guessed out of nothing: %j',
    async (file) => {
      expect(await guessFeed(ReadableStream.from([Buffer.from(file)]), none)).toBeUndefined();
    },
  );
});
