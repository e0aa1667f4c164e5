import type { Clock } from '../../shared/clock.ts';
import type { BucketConfig } from './bucket-config.ts';
import type { EventDelivery } from './events.ts';

export type S3Options = {
  /** 0 takes a free port; `url` says which. */
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Made if it is not there; two servers must not share one. */
  readonly dataDir: string;
  /** Product time: what LastModified and events say. */
  readonly clock: Clock;
  /** Real time: what the expiry of presigned addresses is checked against. Default: the machine's clock. */
  readonly wallClock?: Clock;
  readonly buckets: readonly BucketConfig[];
  /** Of the objects: while it is not enabled none can be read or written. Enabled unless told. */
  readonly key?: { readonly enabled: boolean };
  /** Default eu-west-2. */
  readonly region?: string;
  /**
   * Called once for each notification that matches a change, when the change is on disk and before the answer goes
   * out. The answer does not wait for the promise; `stop` does. What it throws goes to `report`.
   */
  readonly onEvent?: (delivery: EventDelivery) => void | Promise<void>;
  /** Where bugs and failed deliveries go; default: standard error. */
  readonly report?: (error: unknown) => void;
};

export type S3Server = {
  /** `http://127.0.0.1:8081`, no slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets running ones and deliveries end (at most `graceMs`, default 5,000), closes. */
  stop(graceMs?: number): Promise<void>;
  /** Makes the bucket, or gives an existing one this configuration; its objects stay. */
  ensureBucket(config: BucketConfig): Promise<void>;
};
