import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { routes } from '../../shared/api/routes/routes.ts';
import { findings, rowOf } from './findings.ts';

const page = readFileSync(new URL('../../docs/outcomes.md', import.meta.url), 'utf8');
const lines = page.split('\n');

describe('docs/outcomes.md', () => {
  test('has each stated finding with the published figures and what they say of it', () => {
    const begin = lines.findIndex((line) => line.startsWith('| finding |'));
    const rows = lines.slice(begin + 2);
    expect(rows.slice(0, rows.indexOf(''))).toEqual(findings.map(rowOf));
  });

  test('answers each of A1 to A20 in a row, by routes that there are', () => {
    for (let number = 1; number <= 20; number += 1)
      expect(lines.filter((line) => line.startsWith(`| A${number} |`))).toHaveLength(1);
    const paths = new Set(routes.map(({ path }) => path.replace('/areas/{area}', '…')));
    const named = [...page.matchAll(/`(…\/[^`?]+)(?:\?[^`]*)?`/g)].map(([, path]) => path);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !paths.has(path ?? ''))).toEqual([]);
  });
});
