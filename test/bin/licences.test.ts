import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { isAllowed, licencesOf } from '../../bin/command/licences.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'));
const lock = (packages: Readonly<Record<string, unknown>>) => ({ lockfileVersion: 3, packages });

describe('licences', () => {
  test('of everything that is installed allow its use', () => {
    const { problems, running, tools } = licencesOf(read('package-lock.json'));
    expect(problems).toEqual([]);
    expect([...running.values()].reduce((sum, each) => sum + each, 0)).toBeGreaterThan(40);
    expect(tools.get('MIT')).toBeGreaterThan(100);
  });

  test('that are not permissive are refused at run time, and a tool may be under MPL', () => {
    const { problems } = licencesOf(
      lock({
        '': { license: 'MIT' },
        'node_modules/a': { version: '1.0.0', license: 'MPL-2.0' },
        'node_modules/b': { version: '1.0.0', license: 'MPL-2.0', dev: true },
        'node_modules/c/node_modules/@d/e': { version: '2.0.0', license: 'AGPL-3.0-only', dev: true },
        'node_modules/f': { version: '3.0.0' },
      }),
    );
    expect(problems.map((problem) => problem.slice(0, 30))).toEqual([
      'Cannot use a 1.0.0 at run time',
      'Cannot use @d/e 2.0.0 as a too',
      'Cannot use f 3.0.0: it names n',
    ]);
  });

  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-2.0-only OR AGPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['', false],
  ])('%j', (expression, expected) => {
    expect(isAllowed(expression, ['MIT', 'Zlib'])).toBe(expected);
  });
});

describe('what is installed', () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          hasInstallScript: z.boolean().optional(),
          integrity: z.string().optional(),
          inBundle: z.boolean().default(false),
        }),
      ),
    })
    .parse(read('package-lock.json'));
  const { allowScripts, dependencies, devDependencies } = z
    .object({
      allowScripts: z.record(z.string(), z.boolean()),
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(read('package.json'));

  test('runs no script of its own when it is installed, but those that are named', () => {
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    for (const name of scripted) expect(allowScripts).toHaveProperty([name]);
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^strict-allow-scripts=true$/m);
  });

  test('is what was locked, to the byte', () => {
    // What comes within another package is in that one's hash.
    for (const [path, { integrity, inBundle }] of Object.entries(packages))
      if (path !== '' && !inBundle) expect(integrity, path).toMatch(/^sha512-/);
  });

  test('is named by one version each, so that a newer one is somebody’s decision', () => {
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
