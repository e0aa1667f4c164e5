import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

const KEY = ['pk S', 'sk S'];
const USABLE: ReadonlySet<string> = new Set(['ACTIVE', 'UPDATING']);

export const table: Check<SystemPorts> = {
  id: 'table',
  title: 'The table is there, with its keys, and can be restored',
  runbook: 'docs/runbooks/table-lost.md',
  async run({ place, table: facts }) {
    const found = await facts();
    const lost = {
      who: 'Everyone: nothing can be shown, and no file taken.',
      mend: 'Restore it to a point in time, or deploy an empty one and let the sweep fill it from the bucket.',
    };
    if (found === undefined) return [{ what: `There is no table ${place.table}.`, ...lost }];
    if (found.status === 'DELETING') {
      return [{ what: `The table ${place.table} is being deleted: soon there is no table.`, ...lost }];
    }
    const faults: Fault[] = [];
    if (found.key.join() !== KEY.join()) {
      faults.push({
        what: `The table ${place.table} has the key ${found.key.join(', ')} where ${KEY.join(', ')} is needed.`,
        who: 'Everyone: nothing can be read or written.',
        mend: 'It is not the table that the stack made. Deploy the stack with a new one and rebuild it from the bucket.',
      });
    }
    if (!USABLE.has(found.status)) {
      faults.push({
        what: `The table ${place.table} is ${found.status}, not ACTIVE.`,
        who: 'Everyone: reads and writes fail until it is.',
        mend: 'Wait if it is being made or restored. If its key cannot be used, see docs/runbooks/key-disabled.md.',
      });
    }
    if (found.recoverable === false || found.protected === false) {
      faults.push({
        what: `The table ${place.table} has no ${found.recoverable === false ? 'point-in-time recovery' : 'deletion protection'}.`,
        who: 'Nobody now; every council after a slip, for alert histories and settings lie nowhere else.',
        mend: 'Deploy the stack again: the template has both. A table that was restored starts without.',
      });
    }
    return faults;
  },
};
