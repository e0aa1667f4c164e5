import { expect, test } from 'vitest';
import { logLine } from '../../../local/functions/log-line.ts';

const at = new Date('2025-01-09T09:00:00Z');

test('a structured line stays as it is', () => {
  const line = '{"level":"INFO","message":"recomputed","area":"E06000054"}';
  expect(logLine(line, 'stdout', at)).toEqual({ json: line, alarming: undefined });
});

test('warnings and errors are alarming, in short', () => {
  const line = JSON.stringify({ level: 'ERROR', message: 'x'.repeat(500) });
  expect(logLine(line, 'stdout', at).alarming).toBe(`error: ${'x'.repeat(200)}…`);
  expect(logLine('{"level":"WARN","message":"late"}', 'stdout', at).alarming).toBe('warn: late');
});

test('any other line is wrapped, so that the file is JSON throughout', () => {
  const wrapped = logLine('plain "text"', 'stdout', at);
  expect(JSON.parse(wrapped.json)).toEqual({
    level: 'INFO',
    message: 'plain "text"',
    timestamp: at.toISOString(),
  });
  expect(wrapped.alarming).toBeUndefined();
  expect(logLine('a stack trace', 'stderr', at).alarming).toBe('a stack trace');
});
