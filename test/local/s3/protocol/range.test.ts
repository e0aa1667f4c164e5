import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRange } from '../../../../local/s3/protocol/range.ts';
import { isRefusal } from '../../../../local/s3/protocol/refusal.ts';

describe('a range', () => {
  test('lies within the object, or is refused', () => {
    const end = fc.option(fc.nat(40), { nil: '' as const });
    fc.assert(
      fc.property(end, end, fc.nat(30), (from, to, size) => {
        const range = parseRange(`bytes=${from}-${to}`, size);
        if (range === null) return;
        if (isRefusal(range)) {
          expect(from === '' ? to === 0 || size === 0 : from >= size).toBe(true);
          return;
        }
        expect(range.length).toBeGreaterThan(0);
        expect(range.start + range.length).toBeLessThanOrEqual(size);
      }),
    );
  });

  test.each([undefined, 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=a-b', 'bytes 0-1'])(
    '%s means the whole',
    (header) => {
      expect(parseRange(header, 10)).toBeNull();
    },
  );
});
