import type { StageOutcome } from '../../../lib/stages/stage.ts';
import type { SweepPorts } from '../../../shared/ingest/sweep.ts';
import type { DropStore } from '../../../shared/store/drops.ts';
import type { RunStore } from '../../../shared/store/runs.ts';
import type { SettingStore } from '../../../shared/store/settings.ts';
import type { Environment } from '../place.ts';
import type { SystemPlace } from '../system-place.ts';

/** An answer over HTTP. `date` is the other side's clock, where it tells; `body` undefined where it is no JSON. */
export type HttpAnswer = { readonly status: number; readonly date: Date | undefined; readonly body: unknown };

export type BucketFacts = {
  readonly versioned: boolean;
  /** ARNs of the queues that are told of puts and of deletions. */
  readonly tellsOfPuts: readonly string[];
  readonly tellsOfDeletions: readonly string[];
};

export type TableFacts = {
  /** Names of the key's parts, `pk` and `sk`, each with its type: `pk S`. */
  readonly key: readonly string[];
  /** As DynamoDB says it: `ACTIVE`, `DELETING`. */
  readonly status: string;
  /** Both null on this machine, where there is neither. */
  readonly protected: boolean | null;
  readonly recoverable: boolean | null;
};

export type SubscriptionFacts = { readonly endpoint: string; readonly confirmed: boolean };

/** What the doctor asks of a system, on this machine or deployed. Nothing here writes. */
export type SystemPorts = {
  readonly place: SystemPlace;
  /** Version of the program that looks. */
  readonly version: string;
  /** Asks an address; throws when nothing answers within ten seconds. */
  readonly ask: (url: string) => Promise<HttpAnswer>;
  /** Undefined when there is no such bucket. */
  readonly bucket: (name: string) => Promise<BucketFacts | undefined>;
  readonly listing: SweepPorts['bucket'];
  /** Undefined when there is no such table. */
  readonly table: () => Promise<TableFacts | undefined>;
  readonly drops: Pick<DropStore, 'find' | 'list'>;
  readonly runs: Pick<RunStore, 'current' | 'head' | 'part' | 'notified'>;
  readonly settings: Pick<SettingStore, 'list'>;
  readonly queues: {
    readonly arn: (url: string) => Promise<string>;
    /** Messages that wait in a queue, those in hand included. */
    readonly waiting: (url: string) => Promise<number>;
  };
  readonly subscriptions: (topicArn: string) => Promise<readonly SubscriptionFacts[]>;
  /** Product time. */
  readonly now: () => Date;
  /** The time of the machine that looks. */
  readonly realNow: () => Date;
};

/** What the doctor asks besides of a deployed stage. */
export type StagePorts = {
  /** The settings that the next deployment would use. */
  readonly stage: () => Promise<StageOutcome>;
  readonly deployedAreas: readonly string[];
};

/** What the doctor asks of the machine that runs a local system. */
export type MachinePorts = {
  readonly environment: Environment;
  readonly dataDir: string;
  readonly disk: {
    /** Bytes that may still be written there. */
    readonly free: () => Promise<number>;
    /** Writes and removes a small file; throws what the system throws. */
    readonly tryToWrite: () => Promise<void>;
  };
  readonly realNow: () => Date;
};
