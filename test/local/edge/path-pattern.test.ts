import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fits } from '../../../local/edge/path-pattern.ts';

describe('a pattern fits as CloudFront says', () => {
  test.each([
    ['/api/*', '/api/v1/areas', true],
    ['/api/*', '/api/', true],
    ['/api/*', '/api', false],
    ['/api/*', '/API/v1', false],
    ['/api/*', '/x/api/v1', false],
    ['api/*', '/api/v1', true],
    ['*.css', '/assets/page.css', true],
    ['*.css', '/assets/pagexcss', false],
    ['/a?c', '/abc', true],
    ['/a?c', '/ac', false],
    ['*', '/', true],
  ] as const)('%s and %s: %s', (pattern, path, fitting) => {
    expect(fits(pattern, path)).toBe(fitting);
  });
});

test('the default pattern fits every path, and a path fits itself when it has no sign of a pattern', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (rest) => {
      const path = `/${rest}`;
      expect(fits('*', path)).toBe(true);
      if (!/[*?]/.test(path)) expect(fits(path, path)).toBe(true);
    }),
  ));
