import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildDashboard } from '../../lib/dashboard-build.ts';
import { signInOf } from '../../lib/sign-in.ts';

let folder: string;
let files: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bellwether-build-'));
  await buildDashboard(folder);
  files = await built();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function built(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

describe('the built dashboard', () => {
  test('is a page, scripts and a style sheet, these named after their content, the runbook, and the API with its examples', () => {
    const kinds = files.map((file) => file.replace(/-[A-Z0-9]{8}(?=\.)/, '-HASH'));
    const one = [...new Set(kinds)].filter(
      (kind) => !/^assets\/[\w-]+-HASH\.js$/.test(kind) || kind.includes('page-'),
    );
    expect(one.sort()).toEqual([
      ...['api.html', 'assets/page-HASH.css', 'assets/page-HASH.js'],
      ...[...new Set(kinds.filter((kind) => kind.startsWith('examples/')))],
      ...['index.html', 'runbooks/alerts.html'],
    ]);
  });

  test('is small: what a first page needs is 100 KB in all and 60 KB of script, as they travel, and no other page more', async () => {
    const sizes = await Promise.all(
      files.map(async (file) => [file, gzipSync(await readFile(join(folder, file))).length] as const),
    );
    const sum = (those: readonly (readonly [string, number])[]) =>
      those.reduce((all, [, size]) => all + size, 0);
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const first = sizes.filter(([file]) => file === 'index.html' || page.includes(`/${file}`));
    expect(sum(first)).toBeLessThan(100_000);
    expect(sum(first.filter(([file]) => file.endsWith('.js')))).toBeLessThan(60_000);
    for (const other of sizes.filter((each) => !first.includes(each) && each[0].endsWith('.js')))
      expect(other[1]).toBeLessThan(60_000);
  });

  test('has nothing inline and nothing of another origin, and names the files that are there', async () => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/<style|style=|\son\w+=|javascript:|\{\{/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    for (const [, file = ''] of page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g))
      expect(files).toContain(file);
    expect(page).toMatch(/modulepreload|src="\/assets\/page-/);
  });

  test('has the runbook, with a section for each kind of alert, and nothing inline', async () => {
    const page = await readFile(join(folder, 'runbooks', 'alerts.html'), 'utf8');
    const sections = [
      ...['against-plan', 'against-limit', 'intervention-behind'],
      ...['quarantined-file', 'late-file', 'forecast-fault'],
    ];
    for (const section of sections) expect(page).toContain(`<h2 id="${section}">`);
    expect(page).not.toMatch(/<style|style=|<script|\.md/);
    for (const [, anchor = ''] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${anchor}"`);
  });

  test('tells its script with whom people sign in, where they do, and holds no secret', async () => {
    expect(await readFile(join(folder, 'index.html'), 'utf8')).not.toContain('sign-in');
    const other = await mkdtemp(join(tmpdir(), 'bellwether-build-'));
    const settings = { tokenIssuer: 'https://login.example/a"b', signInClientId: 'dashboard' };
    await buildDashboard(other, signInOf(settings));
    const page = await readFile(join(other, 'index.html'), 'utf8');
    await rm(other, { recursive: true, force: true });
    expect(page).toContain(
      'data-sign-in-issuer="https://login.example/a&quot;b" data-sign-in-client="dashboard"',
    );
  });

  test('is the same again, and what an earlier build left is gone', async () => {
    await writeFile(join(folder, 'assets', 'page-00000000.js'), 'old');
    await buildDashboard(folder);
    expect(await built()).toEqual(files);
  });
});
