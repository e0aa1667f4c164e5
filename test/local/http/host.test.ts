import { expect, test } from 'vitest';
import { isForeignOrigin, isLocalHost } from '../../../local/http/host.ts';

test.each(['127.0.0.1', '127.0.0.1:8080', 'localhost:8080', 'LOCALHOST', '[::1]:8080'])(
  '%s is this machine',
  (host) => {
    expect(isLocalHost(host)).toBe(true);
  },
);

test.each([
  undefined,
  '',
  'evil.example',
  'evil.example:8080',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
])('%s is not this machine', (host) => {
  expect(isLocalHost(host)).toBe(false);
});

test('an origin is foreign unless it is this machine or absent', () => {
  expect(isForeignOrigin(undefined)).toBe(false);
  expect(isForeignOrigin('http://127.0.0.1:8080')).toBe(false);
  expect(isForeignOrigin('http://localhost:5173')).toBe(false);
  expect(isForeignOrigin('https://evil.example')).toBe(true);
  // A sandboxed page, or a file.
  expect(isForeignOrigin('null')).toBe(true);
});
