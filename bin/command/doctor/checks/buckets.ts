import type { Check, Fault } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

export const buckets: Check<SystemPorts> = {
  id: 'buckets',
  title: 'The buckets are there, and a file that is put is told to ingest',
  runbook: 'docs/runbooks/bucket-lost.md',
  async run({ place, bucket, queues }) {
    const [drops, reports, ingest] = await Promise.all([
      bucket(place.dropsBucket),
      bucket(place.reportsBucket),
      queues.arn(place.queues.ingest.url),
    ]);
    const faults: Fault[] = [];
    if (reports === undefined) {
      faults.push({
        what: `There is no bucket ${place.reportsBucket}: no report of a file can be kept.`,
        who: 'Councils that drop files: each waits for a report that cannot be written.',
        mend: 'Deploy the stack again: it makes the bucket, and the hourly sweep takes what was left over.',
      });
    }
    if (drops === undefined) {
      faults.push({
        what: `There is no bucket ${place.dropsBucket}: no file can be put, and the record of all files is gone.`,
        who: 'Every council. What they see stays as it was, and cannot be rebuilt.',
        mend: 'Follow the runbook before anything else is done: a replica may hold every version.',
      });
      return faults;
    }
    if (!drops.versioned) {
      faults.push({
        what: `The bucket ${place.dropsBucket} keeps no versions.`,
        who: 'Every council: a file that is put again overwrites what was said before.',
        mend: 'Switch versioning on at once (S3 console, Properties), then deploy the stack again.',
      });
    }
    if (!drops.tellsOfPuts.includes(ingest) || !drops.tellsOfDeletions.includes(ingest)) {
      faults.push({
        what: `The bucket ${place.dropsBucket} does not tell the queue of ingest of every put and deletion.`,
        who: 'Councils that drop files: they wait up to an hour, for the sweep.',
        mend: 'Deploy the stack again: it sets the notifications. On this machine, start the system again.',
      });
    }
    return faults;
  },
};
