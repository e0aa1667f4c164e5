import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../lib/project.ts';

const queries = globSync(join(projectRoot, 'dashboard/style/*.css')).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@media ([^{]+) \{/g)].map(([, query = '']) => query),
);

/** A width from which on, or up to which, rules hold; none has both. */
const ONE_SIDED = /^(?:screen and )?\((?:min|max)-width: [\d.]+rem\)$/;

/**
 * So each rule that holds on a tablet holds on a phone or at a desk as well: contrast, which is what costs most to look
 * at in a browser, is looked at there (test/browser/every-page.test.ts).
 */
test('what depends on the width of a page does so from one width on, or up to one', () => {
  const ofWidth = queries.filter((query) => query.includes('width'));
  expect(ofWidth.length).toBeGreaterThan(5);
  expect(ofWidth.filter((query) => !ONE_SIDED.test(query))).toEqual([]);
});
