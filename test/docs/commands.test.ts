import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../lib/project.ts';
import { runElsewhere, whyNotRun } from './not-run.ts';
import { commandsElsewhere, type ShownCommand, shownCommands } from './shown-commands.ts';
import { missingLines } from './shown-output.ts';
import { startWalk, type Walk } from './walk.ts';

/** Every command that the documentation shows is run as it stands there, and prints what is shown. */

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'samples/README.md',
  ...globSync('docs/**/*.md'),
];
const texts = new Map(pages.map((page) => [page, readFileSync(join(projectRoot, page), 'utf8')]));
const commands = [...texts].flatMap(([page, text]) => shownCommands(page, text));
const run = commands.filter((command) => whyNotRun(command) === undefined);
const runOf = (page: string) => run.filter((command) => command.page === page);

describe('what the pages show', () => {
  test.each(pages.filter((page) => !(page in runElsewhere)))(
    '%s shows commands as console blocks',
    (page) => {
      expect(commandsElsewhere(texts.get(page) ?? '')).toEqual([]);
    },
  );

  test('every script that a page names is there', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(
      readFileSync(join(projectRoot, 'package.json'), 'utf8'),
    );
    for (const [page, text] of texts)
      for (const [, name = ''] of text.matchAll(/npm run (?:--silent )?([a-z][\w-]*)/g))
        expect(Object.keys(scripts), `${page}: npm run ${name}`).toContain(name);
  });
});

/** What a page tells to save, under its name. */
const saved = /^Save as `([^`]+)`[^\n]*\n\n```\w+\n(.*?)^```/gms;

async function followed(walk: Walk, shown: readonly ShownCommand[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const each of shown)
    for (const what of await walk.follow(each))
      wrong.push(`${each.page}:${each.line}: ${each.command}\n  ${what}`);
  return wrong;
}

describe('the commands of a walk', () => {
  let walk: Walk;
  beforeAll(async () => {
    walk = await startWalk();
  }, 600_000);
  afterAll(() => walk.end());

  // A walk changes the council: what a page shows of the council as it was is asked before it.
  const reads = runOf('docs/api.md').filter(({ command }) => !/ -d | -X | --data/.test(command));
  const inOrder = ['README.md', 'docs/tutorial.md'];
  const others = run.filter((each) => !inOrder.includes(each.page) && !reads.includes(each));

  test('docs/api.md: what is read', { timeout: 600_000 }, async () => {
    expect(reads.length).toBeGreaterThan(20);
    expect(await followed(walk, reads)).toEqual([]);
  });

  async function walkThrough(page: string, through: Walk): Promise<void> {
    const text = texts.get(page) ?? '';
    for (const [, name = '', file = ''] of text.matchAll(saved)) await through.save(name, file);
    const starts = commands.filter((each) => each.page === page && each.command === 'npm start');
    for (const { output } of starts) {
      // Which sample is taken in first is not settled.
      const settled = output.filter((line) => !line.startsWith('Samples: '));
      expect(missingLines(settled, through.started.output())).toEqual([]);
    }
    expect(await followed(through, runOf(page))).toEqual([]);
  }

  test('README.md, from its start to its end', { timeout: 600_000 }, () => walkThrough('README.md', walk));

  test('docs/tutorial.md, from its start to its end', { timeout: 600_000 }, async () => {
    // As a newcomer finds it: the README's walk has changed the council.
    const fresh = await startWalk();
    await walkThrough('docs/tutorial.md', fresh).finally(() => fresh.end());
  });

  // A page that tells how to put any file shows none.
  const ownFile = 'month,ehcp_active\n2024-10,6161\n';

  test.each([...new Set(others.map(({ page }) => page))])('%s', { timeout: 600_000 }, async (page) => {
    await walk.save('2024-10.csv', ownFile);
    expect(
      await followed(
        walk,
        others.filter((each) => each.page === page),
      ),
    ).toEqual([]);
  });
});
