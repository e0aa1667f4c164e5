import type { OutgoingMessage } from '../../shared/alerting/group.ts';
import { type Bucket, emptyBucket } from './bucket.ts';
import type { Design } from './design.ts';
import type { QueueName } from './history.ts';
import type { Invocation } from './invocation.ts';
import { emptyQueues, type Message, type Queues } from './queues.ts';
import type { Shown } from './shown.ts';
import { emptyTables, type Tables } from './tables.ts';
import { type Witness, witnessOf } from './witness.ts';

/** A function that is held up, and the messages it has in hand. */
export type HeldUp = {
  readonly invocation: Invocation;
  readonly queue: QueueName;
  readonly batch: Batch;
};

/** Messages that a function was given together, and those of them that it could not handle. */
export type Batch = {
  readonly messages: readonly Message[];
  readonly failed: Set<Message>;
  readonly again: boolean;
};

/** Everything around the product, of which one seed decides all. */
export type World = {
  /** Product time, milliseconds. */
  now: number;
  readonly bucket: Bucket;
  readonly tables: Tables;
  readonly queues: Queues;
  readonly design: Design;
  readonly witness: Witness;
  readonly heldUp: HeldUp[];
  /** Objects of the reports bucket. */
  readonly reports: Map<string, string>;
  /** What receivers got, by id, and how often. */
  readonly received: Map<string, { readonly message: OutgoingMessage; times: number }>;
  /** What the fold showed when an area's last "dirty" was worked off (without recompute). */
  readonly shown: Map<string, Shown>;
  /** Ids in the order in which they are asked for. */
  readonly newId: () => string;
};

/** The morning of the source. */
const START = Date.UTC(2025, 0, 9, 9);

export function emptyWorld(design: Design): World {
  let ids = 0;
  const bucket = emptyBucket();
  const tables = emptyTables();
  return {
    now: START,
    ...{ bucket, tables, design, witness: witnessOf(bucket, tables) },
    queues: emptyQueues(),
    heldUp: [],
    reports: new Map(),
    received: new Map(),
    shown: new Map(),
    newId: () => {
      ids += 1;
      return String(ids).padStart(8, '0');
    },
  };
}
