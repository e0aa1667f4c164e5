import type { Clock } from '../clock.ts';
import type { CellStore } from '../store/cells.ts';
import type { DropStore } from '../store/drops.ts';
import type { RequestStore } from '../store/requests.ts';
import type { RunStore } from '../store/runs.ts';
import type { Claims } from './authorise.ts';

/** What the API needs of the world. */
export type ApiPorts = {
  readonly drops: Pick<DropStore, 'list' | 'find' | 'report'>;
  readonly cells: Pick<CellStore, 'read'>;
  readonly runs: Pick<RunStore, 'current' | 'part' | 'parts'>;
  readonly requests: RequestStore;
  /** Asks for a recompute of an area, named by the id of its request. */
  readonly requestRecompute: (area: string, requestId: string) => Promise<void>;
  /** The claims of a token that holds; undefined for any other, and for all where no issuer is configured. */
  readonly verify: (token: string) => Promise<Claims | undefined>;
  readonly clock: Clock;
  readonly newId: () => string;
  /** The councils that this deployment serves. */
  readonly areas: readonly string[];
};
