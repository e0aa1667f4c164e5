import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { filledIn, templateOf } from '../../shared/catalogue/feed-template.ts';
import { feeds } from '../../shared/catalogue/feeds/feeds.ts';
import { readFile } from '../ingest/read-drop/reading.ts';

const command = new URL('../../bin/template.ts', import.meta.url).pathname;

describe('a template', () => {
  test.each(filledIn(feeds))(
    'of $id is recognised whole and, dropped as it is, stores nothing',
    async (feed) => {
      const outcome = await readFile(feed.id, templateOf(feed));
      expect(outcome).toMatchObject({ state: 'quarantined', cells: 0, blocks: [], warnings: [] });
      expect(outcome.problems.map(({ code }) => code)).toEqual(['no-rows']);
      expect(outcome.recognisedAs).toContain(`columns ${feed.columns.map(({ name }) => name).join(', ')}`);
    },
  );
});

test('the command writes the template of a feed, lists the feeds, and refuses what is no feed', () => {
  const run = (...given: string[]) =>
    execFileSync(process.execPath, [command, ...given], { encoding: 'utf8' });
  expect(run('conditions')).toBe(
    'condition,text,update,rating,commentary,owner_role,action,due,recommendation\n',
  );
  expect(run().split('\n')).toHaveLength(filledIn(feeds).length + 1);
  const refused = spawnSync(process.execPath, [command, 'risk'], { encoding: 'utf8' });
  expect(refused).toMatchObject({ status: 2, stdout: '' });
  expect(refused.stderr).toContain('there is no feed "risk"');
  const published = spawnSync(process.execPath, [command, 'dfe-statistics'], { encoding: 'utf8' });
  expect(published).toMatchObject({ status: 2, stdout: '' });
  expect(published.stderr).toContain('is dropped as it was published');
});
