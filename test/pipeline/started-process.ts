import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';

/** `npm start` as its user runs it: a process of its own. */
export type StartedProcess = {
  /** All that it has printed. */
  readonly output: () => string;
  /** True once it has printed `Ready`. */
  readonly ready: () => boolean;
  /** The exit code, null when a signal ended it; undefined while it runs. */
  readonly ended: () => number | null | undefined;
  /** Sends a signal and waits for the end; answers the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

export type Place = { readonly dataDir: string; readonly web: number; readonly s3: number };

type StartOptions = {
  readonly flags?: readonly string[];
  /** The largest file that the process may write, in units of 1,024 bytes: a disk that refuses, without being root. */
  readonly largestFile?: number;
};

/** Starts the system without waiting for it. */
export function spawnSystem(place: Place, { flags = [], largestFile }: StartOptions = {}): StartedProcess {
  const command = [process.execPath, 'bin/start.ts', ...flags];
  const limited = ['-c', 'ulimit -f "$0" && exec "$@"', String(largestFile), ...command];
  const child = spawn(
    largestFile === undefined ? process.execPath : 'bash',
    largestFile === undefined ? command.slice(1) : limited,
    {
      env: {
        ...process.env,
        BELLWETHER_PORT: String(place.web),
        BELLWETHER_S3_PORT: String(place.s3),
        BELLWETHER_DATA_DIR: place.dataDir,
      },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exit = once(child, 'exit');
  let code: number | null | undefined;
  void exit.then(([given]) => (code = given));
  return {
    output: () => output,
    ready: () => output.includes('\nReady '),
    ended: () => code,
    async end(signal) {
      child.kill(signal);
      const [given] = await exit;
      return given;
    },
  };
}

/** Starts the system and waits until it is ready or has ended. */
export async function startProcess(place: Place, options: StartOptions = {}): Promise<StartedProcess> {
  const started = spawnSystem(place, options);
  while (!started.ready() && started.ended() === undefined) await pause(50);
  return started;
}

/** Two ports that are free at this moment. */
export async function freePorts(): Promise<{ web: number; s3: number }> {
  return { web: await freePort(), s3: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  return address.port;
}

/** The default client of a system's S3, with an endpoint and path style set. */
export function s3Of({ s3 }: Pick<Place, 's3'>, options: { readonly maxAttempts?: number } = {}): S3Client {
  return new S3Client({
    endpoint: `http://127.0.0.1:${s3}`,
    forcePathStyle: true,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'any', secretAccessKey: 'any' },
    ...options,
  });
}

export async function until(holds: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`It did not come to be within ${seconds} s`);
    await pause(50);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
