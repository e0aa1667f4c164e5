import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';

const message = z.looseObject({
  id: z.string(),
  action: z.string(),
  severity: z.string(),
  title: z.string(),
  deliver: z.string().optional(),
  acknowledgement: z.looseObject({ by: z.string() }).nullable().optional(),
});
type Message = z.infer<typeof message>;

/** A real HTTP server in the place of somebody's webhook. */
export type Receiver = {
  readonly url: string;
  /** What it took, in order. */
  readonly taken: readonly Message[];
  /** Posts that it refused as down. */
  refusals(): number;
  down(isDown: boolean): void;
  stop(): Promise<void>;
};

/** Starts a receiver that takes posts whose signature holds and answers 503 while it is down. */
export async function startReceiver(key: string): Promise<Receiver> {
  const taken: Message[] = [];
  let isDown = false;
  let refusals = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      if (isDown) refusals += 1;
      const status = isDown ? 503 : verified(request.headers, body) ? 204 : 401;
      if (status === 204) {
        const found = message.parse(JSON.parse(body));
        if (request.headers['idempotency-key'] !== found.id) throw new Error('The key must be the id');
        taken.push(found);
      }
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  function verified(headers: NodeJS.Dict<string | string[]>, body: string): boolean {
    const timestamp = String(headers['bellwether-timestamp']);
    const expected = `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`;
    const given = Buffer.from(String(headers['bellwether-signature']));
    const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 300;
    return isFresh && given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
  }

  return {
    ...{ url: `http://127.0.0.1:${port}/hook`, taken },
    refusals: () => refusals,
    down: (value) => {
      isDown = value;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
