import { expect, test } from 'vitest';
import { bundleFunction, startBytes, startShares } from '../../lib/function-bundle.ts';
import { budgetOf } from '../bench/bundle-budgets.ts';

const api = bundleFunction('api');

test('the start of api keeps to the size that is promised', () => {
  expect(startBytes(api) / 1024).toBeLessThanOrEqual(budgetOf('api').kilobytes);
});

test('what only some answers need is not read at the start', () => {
  const read = api.start.map(({ of }) => of);
  expect(read).toContain('shared/api/routes/series.ts');
  expect(read).not.toContain('shared/api/parts-as-known.ts');
  expect(startBytes(api)).toBeLessThan(api.bytes);
});

test('a bundle holds its own files only: the entry, and chunks that something in it names', () => {
  const code = api.files.filter(({ name }) => name.endsWith('.mjs'));
  const texts = code.map(({ contents }) => new TextDecoder().decode(contents)).join('');
  expect(code.map(({ name }) => name)).toContain('index.mjs');
  for (const { name } of code)
    if (name !== 'index.mjs') expect(texts.includes(`./${name}`), `${name} is named`).toBe(true);
});

test('the same sources give the same bytes, so that a function is deployed again only when it has changed', () => {
  expect(bundleFunction('notify').files).toEqual(bundleFunction('notify').files);
});

test('a chunk that is imported at once counts as read at the start, one behind a dynamic import does not', () => {
  const part = { inputs: {}, exports: [] };
  const shares = startShares({
    inputs: {},
    outputs: {
      'out/index.mjs': {
        ...part,
        bytes: 10,
        imports: [
          { path: 'out/chunk-A.mjs', kind: 'import-statement' },
          { path: 'out/chunk-B.mjs', kind: 'dynamic-import' },
          { path: 'node:fs', kind: 'import-statement', external: true },
        ],
      },
      'out/chunk-A.mjs': {
        ...part,
        bytes: 5,
        imports: [{ path: 'out/index.mjs', kind: 'import-statement' }],
      },
      'out/chunk-B.mjs': { ...part, bytes: 100, imports: [] },
    },
  });
  expect(startBytes({ start: shares })).toBe(15);
});
