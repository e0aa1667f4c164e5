import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dedupKey } from '../../shared/alerting/dedup-key.ts';

describe('a dedupKey', () => {
  test('leaves the names of metrics as they are', () => {
    expect(dedupKey(['E06000054', 'ehcp.active', 'plan'])).toBe('E06000054.ehcp.active.plan');
  });

  test('is URL-safe and fit for a file name, whatever the text (law)', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 400 })), (parts) => {
        const key = dedupKey(parts);
        expect(key).toMatch(/^[A-Za-z0-9._~-]*$/);
        expect(key.length).toBeLessThanOrEqual(150);
      }),
    );
  });

  test('differs for different object keys, long ones too (law)', () => {
    const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        fc.pre(Buffer.compare(Buffer.from(a), Buffer.from(b)) !== 0);
        expect(dedupKey(['E06000054', 'file', a])).not.toBe(dedupKey(['E06000054', 'file', b]));
      }),
    );
    const long = 'x'.repeat(1000);
    expect(dedupKey([`${long}a`])).not.toBe(dedupKey([`${long}b`]));
  });
});
