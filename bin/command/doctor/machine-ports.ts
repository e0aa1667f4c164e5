import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Environment } from '../place.ts';
import type { MachinePorts } from './ports.ts';

/** The machine that the doctor runs on. */
export function machinePorts(environment: Environment): MachinePorts {
  const dataDir = resolve(environment['BELLWETHER_DATA_DIR'] || '.local');
  return {
    environment,
    dataDir,
    disk: {
      async free() {
        const { bavail, bsize } = await statfs(dataDir);
        return bavail * bsize;
      },
      async tryToWrite() {
        const file = join(dataDir, `doctor-${randomUUID()}`);
        try {
          // Enough that a disk without room says so.
          await writeFile(file, Buffer.alloc(64 * 1024));
        } finally {
          await rm(file, { force: true });
        }
      },
    },
    realNow: () => new Date(),
  };
}
