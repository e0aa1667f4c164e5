import { diskTrouble } from '../../../../local/disk-trouble.ts';
import type { Check } from '../check.ts';
import type { MachinePorts } from '../ports.ts';

/** Bytes: room for a year of a council's files and the logs of its functions. */
const LEAST_FREE = 512 * 1024 * 1024;

const who = 'Everyone: a file that is put is refused, and the system stops when the table cannot be written.';

export const disk: Check<MachinePorts> = {
  id: 'disk',
  title: 'The data directory can be written and has room',
  runbook: 'docs/when-the-machine-dies.md#a-full-or-read-only-disk',
  async run({ dataDir, disk: { free: freeBytes, tryToWrite } }) {
    try {
      await tryToWrite();
    } catch (error) {
      const what = diskTrouble(error, dataDir);
      if (what === undefined) throw error;
      return [{ what, who, mend: 'Free some space or make it writable, then start the system again.' }];
    }
    const free = await freeBytes();
    if (free >= LEAST_FREE) return [];
    const megabytes = Math.floor(free / 1024 / 1024);
    return [
      {
        what: `The disk of the data directory ${dataDir} is nearly full: ${megabytes} MB are free, and 512 MB should be.`,
        who,
        mend: 'Free some space, or move the data directory to a larger disk while the system is stopped.',
      },
    ];
  },
};
