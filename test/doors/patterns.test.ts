import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const sources = globSync(['shared/**/*.ts', 'functions/**/*.ts'], { cwd: root });

/** Literals of regular expressions, as this code writes them: after a bracket, a comma, an operator or a keyword. */
const LITERAL =
  /(?:[(,=:[!&|?{};]|return|=>)\s*(\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*)/g;

/**
 * A repeat without bound over a group that itself repeats without bound, `(a+)+`: of a text that does not fit, its time
 * doubles with each character. A repeat within that begins with a text of its own, `(?:,\d+)*`, cannot split a text in two ways.
 */
const NESTED = /\((?:\?[:=!]|\?<\w+>)?[^()]*[^\\()][+*][^()]*\)(?:[+*]|\{\d+,\})/;
const SEPARATED =
  /\((?:\?[:=!]|\?<\w+>)?(?:_|\\?[^\w\\()[\].*+?|]|\\[.\-/|\\]|\[[^\]]+\](?![+*?]))[^()]*\)(?:[+*]|\{\d+,\})/;

function patterns(file: string): readonly string[] {
  return [...readFileSync(join(root, file), 'utf8').matchAll(LITERAL)].flatMap(
    ([, literal]) => literal ?? [],
  );
}

test('no pattern repeats what repeats', () => {
  const all = sources.flatMap((file) => patterns(file).map((pattern) => ({ file, pattern })));
  expect(all.length).toBeGreaterThan(60);
  const suspicious = all.filter(({ pattern }) => NESTED.test(pattern) && !SEPARATED.test(pattern));
  expect(suspicious).toEqual([]);
});

test('the search finds what it is for', () => {
  for (const bad of ['/(a+)+$/', '/(?:[a-z]*)*x/', '/(\\d+\\s*)+/', '/(.*,)+/'])
    expect(NESTED.test(bad) && !SEPARATED.test(bad), bad).toBe(true);
  for (const good of ['/^\\d+$/', '/(?:,\\d+)*/', '/[\\w+*]+/', '/(ab)+/'])
    expect(NESTED.test(good) && !SEPARATED.test(good), good).toBe(false);
});
