import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys, lowerBound } from '../../../../local/s3/listing/key-order.ts';
import { pageOf } from '../../../../local/s3/listing/page.ts';

const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', '-'), minLength: 1, maxLength: 6 });
const keysInOrder = fc.uniqueArray(key, { maxLength: 30 }).map((keys) => keys.sort(compareKeys));

describe('the order of keys', () => {
  test('is that of their UTF-8 bytes', () => {
    const text = fc.string({ unit: 'binary' }).filter((one) => one.isWellFormed());
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
      }),
    );
  });

  test('lowerBound finds the first key that is not before', () => {
    fc.assert(
      fc.property(keysInOrder, key, (keys, wanted) => {
        expect(lowerBound(keys, wanted)).toBe(keys.filter((one) => compareKeys(one, wanted) < 0).length);
      }),
    );
  });
});

describe('pages', () => {
  test('together give what one page would, whatever their size', () => {
    fc.assert(
      fc.property(
        keysInOrder,
        fc.constantFrom('', 'a', 'a/', 'b/a'),
        fc.constantFrom('', '/', 'b', '-/'),
        fc.integer({ min: 1, max: 5 }),
        (keys, prefix, delimiter, limit) => {
          const behind = (marker: string) =>
            keys
              .filter((one) => compareKeys(one, marker) > 0 && compareKeys(one, prefix) >= 0)
              .map((one) => ({ key: one }));
          const whole = pageOf(behind(''), { prefix, delimiter, limit: 1000, givenPrefix: null });
          const items: { key: string }[] = [];
          const prefixes: string[] = [];
          let marker = '';
          let givenPrefix: string | null = null;
          for (let more = true; more; ) {
            const page: typeof whole = pageOf(behind(marker), { prefix, delimiter, limit, givenPrefix });
            expect(page.items.length + page.commonPrefixes.length).toBeLessThanOrEqual(limit);
            items.push(...page.items);
            prefixes.push(...page.commonPrefixes);
            const { last } = page;
            givenPrefix = last !== null && 'commonPrefix' in last ? last.commonPrefix : null;
            marker = last === null ? marker : 'item' in last ? last.item.key : last.commonPrefix;
            more = page.truncated;
          }
          expect({ items, prefixes }).toEqual({ items: whole.items, prefixes: whole.commonPrefixes });
        },
      ),
    );
  });

  test('every key with the prefix is given, or lies in a folder that is, and nothing else', () => {
    fc.assert(
      fc.property(keysInOrder, fc.constantFrom('', 'a'), (keys, prefix) => {
        const wanted = keys.filter((one) => one.startsWith(prefix));
        const from = keys.slice(lowerBound(keys, prefix)).map((one) => ({ key: one }));
        const page = pageOf(from, { prefix, delimiter: '/', limit: 1000, givenPrefix: null });
        const given = wanted.filter(
          (one) =>
            page.items.some((item) => item.key === one) ||
            page.commonPrefixes.some((folder) => one.startsWith(folder)),
        );
        expect(given).toEqual(wanted);
        expect(page.items.every((item) => wanted.includes(item.key))).toBe(true);
        expect(new Set(page.commonPrefixes).size).toBe(page.commonPrefixes.length);
      }),
    );
  });
});
