import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { edgeFunctionOf } from '../../../local/edge/edge-function.ts';

const request = new IncomingMessage(new Socket());

test('a request goes on to the address that the function gives it', () => {
  const see = edgeFunctionOf(
    "function handler(event) { event.request.uri += 'index.html'; return event.request; }",
  );
  expect(see(request, '/help/')).toEqual({ kind: 'go-on', path: '/help/index.html' });
});

test('an answer is taken with its headers and its body', () => {
  const see = edgeFunctionOf(
    "function handler() { return { statusCode: 404, headers: { a: { value: 'b' } }, body: { encoding: 'text', data: 'no' } }; }",
  );
  expect(see(request, '/x')).toEqual({ kind: 'answer', status: 404, headers: { a: 'b' }, body: 'no' });
});

test('a path never becomes code', () => {
  const see = edgeFunctionOf('function handler(event) { return event.request; }');
  for (const path of ["/'+(1/0)+'", '/"});throw 1;({"', '/\u2028', '/`'])
    expect(see(request, path)).toEqual({ kind: 'go-on', path });
});

test('code without a handler, or with a result that is neither, is a bug', () => {
  expect(() => edgeFunctionOf('var a = 1;')(request, '/')).toThrow();
  expect(() => edgeFunctionOf('function handler() { return 5; }')(request, '/')).toThrow();
});
