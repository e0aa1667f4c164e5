import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench } from './figure.ts';

/** From the start of the process to the line `Ready`: with all samples to take in, and again with data kept. */
export const startingBench: Bench = {
  name: 'starting',
  async measure() {
    const dataDir = await mkdtemp(join(tmpdir(), 'bellwether-'));
    try {
      const first = await secondsToReady(dataDir);
      const again = await secondsToReady(dataDir);
      return [
        {
          what: '`npm start` to Ready, samples and all',
          value: first,
          unit: 's',
          against: { name: 'budget', value: 60 },
          better: 'lower',
        },
        {
          what: 'started again with its data',
          value: again,
          unit: 's',
          against: { name: 'first start', value: first },
          better: 'lower',
        },
      ];
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

async function secondsToReady(dataDir: string): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, ['bin/start.ts'], {
    env: { ...process.env, BELLWETHER_PORT: '0', BELLWETHER_S3_PORT: '0', BELLWETHER_DATA_DIR: dataDir },
  });
  let output = '';
  let ready: number | undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (ready === undefined && output.includes('\nReady ')) {
      ready = (performance.now() - start) / 1000;
      child.kill('SIGINT');
    }
  });
  await once(child, 'exit');
  if (ready === undefined) throw new Error(`It did not get ready:\n${output}`);
  return ready;
}
