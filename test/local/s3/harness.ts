import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import type { BucketConfig } from '../../../local/s3/bucket-config.ts';
import type { EventDelivery } from '../../../local/s3/events.ts';
import { startS3 } from '../../../local/s3/server.ts';
import type { S3Options, S3Server } from '../../../local/s3/server-options.ts';

/** The client as everybody makes it: an endpoint, path style, any credentials. */
export function clientOf(url: string, more: Partial<S3ClientConfig> = {}): S3Client {
  return new S3Client({
    endpoint: url,
    forcePathStyle: true,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    maxAttempts: 1,
    ...more,
  });
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwether-s3-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const drops: BucketConfig = { name: 'drops', versioned: true };
const plain: BucketConfig = { name: 'plain', versioned: false };

export type Harness = {
  readonly server: () => S3Server;
  readonly client: () => S3Client;
  readonly deliveries: EventDelivery[];
  readonly reported: unknown[];
  readonly dataDir: string;
  /** Stops the server and starts another on the same folder. */
  restart(more?: Partial<S3Options>): Promise<void>;
};

/** A server on a folder of its own, stopped and removed when the test is over. */
export async function startHarness(more: Partial<S3Options> = {}): Promise<Harness> {
  const dataDir = more.dataDir ?? (await temporaryFolder());
  const deliveries: EventDelivery[] = [];
  const reported: unknown[] = [];
  const start = (also: Partial<S3Options>): Promise<S3Server> =>
    startS3({
      port: 0,
      dataDir,
      clock: { now: () => new Date() },
      buckets: [drops, plain],
      onEvent: (delivery) => void deliveries.push(delivery),
      report: (error) => void reported.push(error),
      ...more,
      ...also,
    });
  let server = await start({});
  let client = clientOf(server.url);
  const stop = async (): Promise<void> => {
    client.destroy();
    await server.stop();
  };
  onTestFinished(stop);
  return {
    server: () => server,
    client: () => client,
    deliveries,
    reported,
    dataDir,
    async restart(also = {}) {
      await stop();
      server = await start(also);
      client = clientOf(server.url);
    },
  };
}

export type RawRequest = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
};

export type RawReply = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
};

/** A request as written, past any SDK. `target` goes on the request line as it is. */
export function raw(
  url: string,
  target: string,
  { method = 'GET', headers = {}, body }: RawRequest = {},
): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, path: target, method, headers, agent: false }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on('data', (piece: Buffer) => pieces.push(piece));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(pieces).toString(),
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The code of an error document. */
export function codeOf({ text }: RawReply): string | undefined {
  return /<Code>(.*?)<\/Code>/.exec(text)?.[1];
}
