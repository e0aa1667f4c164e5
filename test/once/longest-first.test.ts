import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { longestFirst } from './longest-first.ts';

const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name).replaceAll('\\', '/'));

test('the longest start first, and none is lost', () => {
  const ordered = longestFirst(files, (file) => file);
  expect(ordered.slice(0, 3)).toEqual([
    'test/browser/every-page.test.ts',
    'test/runbooks/rehearsals.test.ts',
    'test/contract/contract.test.ts',
  ]);
  expect(ordered.toSorted()).toEqual(files.toSorted());
});

test('the others keep their order', () => {
  const others = ['test/b.test.ts', 'test/a.test.ts', 'test/c.test.ts'];
  expect(longestFirst([...others, 'test/doors/x.test.ts'], (file) => file)).toEqual([
    'test/doors/x.test.ts',
    ...others,
  ]);
});
