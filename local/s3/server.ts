import { once } from 'node:events';
import { createServer } from 'node:http';
import { answer } from './answer.ts';
import { type Bucket, openBucket } from './bucket.ts';
import type { BucketConfig } from './bucket-config.ts';
import { EventSender } from './event-sender.ts';
import type { S3Options, S3Server } from './server-options.ts';
import { Turns } from './store/turns.ts';
import { within } from './within.ts';

/**
 * Starts an S3 over a folder. Rejects when the port is taken (`code: 'EADDRINUSE'`), the folder cannot be used, or
 * a stored object is damaged. Path style only; any credentials, for it is meant for loopback.
 */
export async function startS3(options: S3Options): Promise<S3Server> {
  const { clock, dataDir, host = '127.0.0.1', region = 'eu-west-2' } = options;
  const report = options.report ?? ((error: unknown) => console.error('S3:', error));
  const events = new EventSender({ region, report, onEvent: options.onEvent ?? (() => {}) });
  const buckets = new Map<string, Bucket>();
  const turns = new Turns();
  const ensureBucket = (config: BucketConfig): Promise<void> =>
    turns.take(config.name, async () => {
      const known = buckets.get(config.name);
      if (known !== undefined) return known.configure(config);
      const onChange = events.send.bind(events);
      buckets.set(config.name, await openBucket({ dataDir, clock, config, onChange }));
    });

  const running = new Set<Promise<void>>();
  const track = (work: Promise<void>): void => {
    running.add(work);
    void work.finally(() => running.delete(work));
  };
  // No limit on how long an upload may take; a client that falls silent is cut off by `server.timeout` below.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 });
  server.timeout = 600_000;
  const answering = {
    service: { buckets, region, clock, key: options.key ?? { enabled: true } },
    wallClock: options.wallClock ?? { now: () => new Date() },
    host,
    isStopping: () => !server.listening,
    report,
  };
  const opened = Promise.withResolvers<void>();
  server.on('request', (message, response) => {
    track(opened.promise.then(() => answer(message, response, () => {}, answering)));
  });
  // The client waits to be told to send: a refusal then spares the transfer.
  server.on('checkContinue', (message, response) => {
    track(opened.promise.then(() => answer(message, response, () => response.writeContinue(), answering)));
  });
  // The port first: when another server has it, that one may be using the folder too.
  server.listen(options.port, host);
  await once(server, 'listening');
  const port = portOf(server.address());
  try {
    for (const config of options.buckets) await ensureBucket(config);
  } catch (error) {
    server.close().closeAllConnections();
    throw error;
  }
  opened.resolve();

  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    ensureBucket,
    async stop(graceMs = 5000) {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      await within(graceMs, [closed, ...running]);
      server.closeAllConnections();
      await closed;
      await Promise.all(running);
      await events.settled(graceMs);
    },
  };
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The S3 server has no port.');
  return address.port;
}
