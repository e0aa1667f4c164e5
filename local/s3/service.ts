import type { Clock } from '../../shared/clock.ts';
import type { Bucket } from './bucket.ts';

/** What the operations work on. */
export type Service = {
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly region: string;
  readonly clock: Clock;
  readonly key: { readonly enabled: boolean };
};
