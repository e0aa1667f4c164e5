import { describe, expect, test } from 'vitest';
import { functionAnswer } from '../../../local/http/function-answer.ts';

describe('what a function returned, as API Gateway reads it', () => {
  test('an answer with status, headers, cookies and text', () => {
    const answer = functionAnswer({
      statusCode: 201,
      headers: { 'Content-Type': 'text/csv', 'X-Count': 3, 'Content-Length': 999 },
      cookies: ['a=1', 'b=2'],
      body: 'é',
    });
    expect(answer).toEqual({
      status: 201,
      headers: { 'content-type': 'text/csv', 'x-count': '3' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from('é'),
    });
  });

  test('base64 is bytes', () => {
    expect(functionAnswer({ statusCode: 200, body: 'AP8=', isBase64Encoded: true })).toMatchObject({
      body: Buffer.from([0, 255]),
    });
  });

  test('a value without a status is JSON', () => {
    expect(functionAnswer({ hello: 'there' })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from('{"hello":"there"}'),
    });
  });

  test.each([
    ['nothing', null, /nothing/],
    ['a status that is none', { statusCode: 9 }, /malformed/],
    ['a body that is no text', { statusCode: 200, body: 3 }, /malformed/],
    ['more than 6 MB', { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) }, /6 MB/],
  ])('%s is no answer', (_, result, why) => {
    expect(functionAnswer(result)).toMatch(why);
  });
});
