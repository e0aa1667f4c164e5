import { comparePeriods, type Period, UNDATED } from '../period/period.ts';
import type { Dimensions, RegisterField } from './cell.ts';
import type { Drop } from './drop.ts';
import type { Facts } from './fold.ts';

/** What a register says of an entry at one update, and the row of the drop that says it. */
export type RegisterUpdate = {
  /** Null in registers that have no updates. */
  readonly update: Period | null;
  readonly fields: Readonly<Record<string, RegisterField>>;
  readonly drop: Drop;
  readonly row: number;
  readonly sheet?: string;
};

/** One entry of a register: the columns that name it, and what is said of it, the last update first. */
export type RegisterEntry = { readonly identity: Dimensions; readonly updates: readonly RegisterUpdate[] };

/** R2 before R10. */
const byNumber = new Intl.Collator('en', { numeric: true });

/** The entries of a register that show, in the order of their names; `feed` is the register's feed. */
export function registerEntries(facts: Facts, feed: string): readonly RegisterEntry[] {
  return [...facts.entries()]
    .filter(([, { series }]) => series.role === 'register' && series.metric === feed)
    .sort(([a], [b]) => byNumber.compare(a, b))
    .map(([, { series, cells }]) => ({
      identity: series.dimensions,
      updates: [...cells]
        .sort(([a], [b]) => comparePeriods(b, a))
        .map(([period, { fields = {}, drop, row, sheet }]) => ({
          update: period === UNDATED ? null : period,
          fields,
          drop,
          row,
          ...(sheet !== undefined && { sheet }),
        })),
    }));
}

/** Workstreams that milestones name and the register of programmes does not, however they are written there. */
export function unknownWorkstreams(facts: Facts): readonly string[] {
  const known = new Set(workstreams(facts, 'programme').map(plain));
  const named = new Set(workstreams(facts, 'milestones'));
  return [...named].filter((workstream) => !known.has(plain(workstream)));
}

function workstreams(facts: Facts, feed: string): string[] {
  return registerEntries(facts, feed).map(({ identity }) => identity['workstream'] ?? '');
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
