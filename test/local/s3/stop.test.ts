import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { startHarness } from './harness.ts';

const one = { Bucket: 'drops', Key: 'k' };

/** A put of ten bytes whose last five have not come yet, and that the server has begun to write. */
async function halfPut(port: number, dataDir: string) {
  const socket = connect(port, '127.0.0.1');
  socket.write('PUT /drops/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nfirst');
  while ((await readdir(join(dataDir, 'drops', 'incoming'))).length === 0) await pause(5);
  return socket;
}

describe('stop', () => {
  test('lets a put that is under way end, and keeps it', async () => {
    const { server, client, dataDir, restart } = await startHarness();
    const socket = await halfPut(server().port, dataDir);
    const stopped = server().stop();
    socket.write('later');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('200 OK');
    await stopped;
    await restart();
    expect((await client().send(new HeadObjectCommand(one))).ContentLength).toBe(10);
  });

  test('does not wait for ever for a client that has fallen silent', async () => {
    const { server, client, dataDir, restart } = await startHarness();
    const socket = await halfPut(server().port, dataDir);
    socket.on('error', () => {});
    await server().stop(50);
    await restart();
    await expect(client().send(new HeadObjectCommand(one))).rejects.toMatchObject({ name: 'NotFound' });
    expect(await readdir(join(dataDir, 'drops', 'incoming'))).toEqual([]);
  });

  test('waits for deliveries that are under way', async () => {
    let delivered = false;
    const { server, client } = await startHarness({
      buckets: [
        {
          name: 'drops',
          versioned: true,
          notifications: [{ id: 'n', target: 'q', events: ['s3:ObjectCreated:*'] }],
        },
      ],
      onEvent: async () => {
        await pause(50);
        delivered = true;
      },
    });
    await client().send(new PutObjectCommand({ ...one, Body: 'x' }));
    await server().stop();
    expect(delivered).toBe(true);
    await server().stop();
  });
});
