import { assumed, partition, wholeCoreMegabytes } from './limits.ts';
import type { Measured } from './measured.ts';

/** How long one of each thing takes in a deployed function, in seconds, and what it asks of the table. */
export type Seconds = {
  /** An event of S3 read and lined up. */
  readonly lineUp: number;
  readonly ingest: number;
  readonly anew: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly notify: number;
  readonly read: number;
};

/** Units of the table: a kilobyte written, four kilobytes read consistently. */
export type Units = {
  readonly ingestWrites: number;
  readonly recomputeWrites: number;
  readonly recomputeReads: number;
};

/** Sizes of the functions in MB, as the template has them. */
export type Sizes = Readonly<Record<'ingest' | 'recompute' | 'notify' | 'api', number>>;

const ITEMS_A_WRITE = 25;
const UNIT_READ_BYTES = 4096;
/** What ingest writes besides cells: its drop twice, the report. */
const DROP_WRITES = 4;

export function unitsOf({ ingest, recompute }: Measured): Units {
  return {
    ingestWrites: ingest.bytesWritten / 1024 + DROP_WRITES,
    recomputeWrites: recompute.bytesWritten / 1024,
    recomputeReads: recompute.bytesRead / UNIT_READ_BYTES,
  };
}

export function secondsOf(measured: Measured, sizes: Sizes): Seconds {
  const { ingest, recompute, notify, read } = measured;
  const units = unitsOf(measured);
  const work = (cpu: number, megabytes: number) =>
    (cpu * assumed.slowness) / Math.min(1, megabytes / wholeCoreMegabytes);
  const { tableCall, bucketCall, queueCall } = assumed;
  // All that a run writes and reads is of one council: one key of the table.
  const writing = Math.max(
    (recompute.items / ITEMS_A_WRITE) * tableCall,
    units.recomputeWrites / partition.writeUnits,
  );
  const reading = Math.max(4 * tableCall, units.recomputeReads / partition.readUnits);
  const run = (cpu: number) => work(cpu, sizes.recompute) + reading + writing + 3 * tableCall + queueCall;
  return {
    lineUp: queueCall + 0.002,
    ingest:
      work(ingest.cpu, sizes.ingest) +
      3 * bucketCall +
      (DROP_WRITES + Math.ceil(ingest.items / ITEMS_A_WRITE)) * tableCall +
      queueCall,
    anew: run(recompute.anew),
    kept: run(recompute.kept),
    unchanged: work(recompute.unchanged, sizes.recompute) + 3 * tableCall + queueCall,
    notify: work(notify.cpu, sizes.notify) + 4 * tableCall + queueCall,
    read: work(read.cpu, sizes.api) + 2 * tableCall,
  };
}
