import { expect, test } from 'vitest';
import { askingAt } from '../../bin/command/api-client.ts';
import type { Place } from '../../bin/command/place.ts';

const place: Place = {
  name: 'stage test',
  apiUrl: 'https://api.example',
  token: 'a-token',
  region: 'eu-west-2',
  dropsBucket: 'd',
  reportsBucket: 'r',
  whenSilent: '',
};

/** An API that gives one answer and remembers what it was asked. */
function answering(status: number, body: string) {
  const requests: Request[] = [];
  const send: typeof fetch = (input, init) => {
    requests.push(new Request(input, init));
    return Promise.resolve(new Response(body, { status }));
  };
  return { ask: askingAt(place, send), requests };
}

test('it asks with the token', async () => {
  const { ask, requests } = answering(200, '{"a":1}');
  expect(await ask('GET', '/api/v1/areas')).toEqual({ ok: true, body: { a: 1 } });
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer a-token');
  expect(requests[0]?.url).toBe('https://api.example/api/v1/areas');
});

test('the token goes to no other host', async () => {
  const { ask, requests } = answering(200, '{}');
  expect(await ask('GET', 'https://elsewhere.example/api/v1/areas')).toMatchObject({ ok: false });
  expect(await ask('GET', '//elsewhere.example/api/v1/areas')).toMatchObject({ ok: false });
  expect(requests).toEqual([]);
});

test('a problem document is told by its detail', async () => {
  const { ask } = answering(403, JSON.stringify({ status: 403, detail: 'Scope operate is needed.' }));
  expect(await ask('POST', '/x')).toEqual({
    ok: false,
    problem: 'POST /x answered 403: Scope operate is needed.',
  });
});

test('an answer that is not JSON is told by its status', async () => {
  expect(await answering(502, '<html>').ask('GET', '/x')).toEqual({
    ok: false,
    problem: 'GET /x answered 502.',
  });
  expect(await answering(200, '<html>').ask('GET', '/x')).toMatchObject({ ok: false });
});
