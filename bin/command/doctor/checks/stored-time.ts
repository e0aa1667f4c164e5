import { readStoredTime } from '../../../../local/clock/stored-time.ts';
import type { Check } from '../check.ts';
import type { MachinePorts } from '../ports.ts';

/** A running system promises its time some seconds ahead. */
const PROMISED_MS = 30_000;

export const storedTime: Check<MachinePorts> = {
  id: 'stored-time',
  title: 'The clock of this machine has not gone back behind the time of the data',
  runbook: 'docs/runbooks/clock-wrong.md',
  run({ dataDir, realNow }) {
    const stored = readStoredTime(dataDir);
    const ahead = stored === undefined ? 0 : stored.toldUntil - (realNow().getTime() + stored.offsetMs);
    if (ahead <= PROMISED_MS) return Promise.resolve([]);
    return Promise.resolve([
      {
        what: `The data directory ${dataDir} has reached a time that is ${Math.round(ahead / 1000)} s ahead of this machine's clock.`,
        who: 'Everyone on this machine: time stands still until the clock has caught up, and a start may be refused.',
        mend: 'Set the clock by a time server (NTP). If it was ahead before, follow the runbook.',
      },
    ]);
  },
};
