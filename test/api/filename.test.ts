import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filenameProblem } from '../../shared/api/filename.ts';
import { addressOf } from '../../shared/ingest/address.ts';

describe('a plain name is taken', () => {
  test.each(['2025-01.csv', 'SEND January (final).XLSX', 'a+b & c.csv', 'état.csv', '数.csv'])(
    '%j',
    (name) => {
      expect(filenameProblem(name)).toBeUndefined();
    },
  );
});

describe('any other is refused, and told how to mend it', () => {
  test.each([
    ['a slash', 'a/b.csv'],
    ['a backslash', 'a\\b.csv'],
    ['a way up', '..csv'],
    ['a way up within', 'a..b.csv'],
    ['a line break', 'a\nb.csv'],
    ['NUL', 'a\u0000.csv'],
    ['an invisible mark', 'a\u202e.csv'],
    ['half a character', 'a\ud800.csv'],
    ['a line separator', 'a\u2028.csv'],
    ['another ending', 'a.pdf'],
    ['an ending before the end', 'a.csv.exe'],
    ['no ending', 'csv'],
    ['nothing before the ending', '.csv'],
    ['a leading space', ' a.csv'],
    ['nothing at all', ''],
    ['201 characters', `${'a'.repeat(197)}.csv`],
  ])('%s', (_, name) => {
    expect(filenameProblem(name)?.length).toBeGreaterThan(20);
  });
});

const names = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

test('a name that is taken stays in its folder, under a key that S3 takes', () =>
  fc.assert(
    fc.property(names, fc.constantFrom('', '.csv', '.xlsx', '/x.csv', '/../x.csv'), (start, end) => {
      const name = `${start}${end}`;
      if (filenameProblem(name) !== undefined) return;
      const key = `E06000054/send-monthly/${name}`;
      expect(addressOf(key, ['E06000054'])).toMatchObject({ kind: 'known', area: 'E06000054' });
      expect(key.split('/')).toHaveLength(3);
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(1024);
      // The key survives the address that it is written into.
      expect(decodeURIComponent(encodeURIComponent(name))).toBe(name);
    }),
    { numRuns: 2000 },
  ));
