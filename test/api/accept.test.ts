import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { preferredType } from '../../shared/api/accept.ts';

const offered = ['application/json', 'text/html', 'text/csv'] as const;

test('whatever the header says, something that can be had is answered', () =>
  fc.assert(
    fc.property(fc.string(), (accept) => {
      expect(offered).toContain(preferredType(accept, offered));
    }),
  ));

test.each([
  [undefined, 'application/json'],
  ['', 'application/json'],
  ['TEXT/HTML', 'text/html'],
  ['text/csv;q=0.5, text/html;q=0.4', 'text/csv'],
  ['text/html;q=0, text/csv', 'text/csv'],
  ['text/html, application/json', 'text/html'],
  ['*/*;q=0.1, text/html', 'text/html'],
  ['image/*', 'application/json'],
])('%s: %s', (accept, type) => {
  expect(preferredType(accept, offered)).toBe(type);
});
