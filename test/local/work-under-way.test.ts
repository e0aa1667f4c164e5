import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { close, LOOPBACK, listen } from '../../local/engines/listen.ts';
import { workUnderWay } from '../../local/engines/work-under-way.ts';

test('what is worked on for a caller that has gone is waited for', async () => {
  const taken: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    taken.push(response);
    server.emit('taken');
  });
  const work = workUnderWay(server);
  const port = await listen(server, 0);
  const gone = new AbortController();
  const arrived = once(server, 'taken');
  const asked = fetch(`http://${LOOPBACK}:${port}/`, { signal: gone.signal });
  await arrived;
  const [response] = taken;
  if (response === undefined) throw new Error('Nothing arrived');
  const cut = once(response, 'close');
  gone.abort();
  await expect(asked).rejects.toThrow();
  await cut;

  let isOver = false;
  const ended = work.ended(10_000).then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  response.end('too late');
  await ended;
  expect(isOver).toBe(true);
  await close(server, 0);
});

test('a server that works on nothing is waited for no longer than a moment', async () => {
  const server = createServer((_request, response) => response.end());
  const work = workUnderWay(server);
  const port = await listen(server, 0);
  await (await fetch(`http://${LOOPBACK}:${port}/`)).text();
  await work.ended(Number.POSITIVE_INFINITY);
  await close(server, 0);
});
