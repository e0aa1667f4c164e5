import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const rows = readFileSync(join(root, 'docs/threat-model.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| Threat'));
const testsOf = (row: string) =>
  [...row.matchAll(/`(test\/[\w./-]+\.test\.ts)`/g)].flatMap(([, file]) => file ?? []);

test('every threat names a test that holds it', () => {
  expect(rows.length).toBeGreaterThan(15);
  for (const row of rows) expect(testsOf(row).length, row.slice(0, 60)).toBeGreaterThan(0);
});

test('every test that is named exists', () => {
  for (const file of rows.flatMap(testsOf)) expect(existsSync(join(root, file)), file).toBe(true);
});
