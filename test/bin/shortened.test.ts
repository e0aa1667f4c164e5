import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortened, shortenedCsv } from '../../bin/command/examples/shortened.ts';

test('lists are cut to two entries at every depth, and nothing else is changed', () => {
  expect(shortened({ a: [1, 2, 3], b: { c: [[1, 2, 3], { d: [null, 'x', true] }, 4] }, e: 'text' })).toEqual({
    ...{ a: [1, 2], e: 'text' },
    b: { c: [[1, 2], { d: [null, 'x'] }] },
  });
  expect(shortened([])).toEqual([]);
});

test('a table keeps its header and two rows, whatever stands in its cells', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ') });
  const row = fc
    .array(cell, { minLength: 1, maxLength: 3 })
    .map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
      const text = rows.map((each) => `${each}\r\n`).join('');
      expect(shortenedCsv(text)).toBe(
        rows
          .slice(0, 3)
          .map((each) => `${each}\r\n`)
          .join(''),
      );
    }),
  );
});
