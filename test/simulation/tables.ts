import type { CellBlock } from '../../shared/facts/cell.ts';
import type { Drop, DropReport } from '../../shared/facts/drop.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import type { Setting } from '../../shared/settings/setting.ts';
import type { RecomputeRequest } from '../../shared/store/requests.ts';

/** Everything that the simulated store holds: what survives when every process dies. */
export type Tables = {
  readonly drops: Map<string, Map<string, Drop>>;
  readonly reports: Map<string, DropReport>;
  readonly cells: Map<string, Map<string, CellBlock>>;
  /** Parts of runs as JSON text, by area, then run and name. */
  readonly runs: Map<string, Map<string, string>>;
  readonly current: Map<string, RunHead>;
  readonly notified: Map<string, string>;
  /** Up to which run of an area the views were removed. */
  readonly viewsRemoved: Map<string, number>;
  readonly requests: Map<string, RecomputeRequest>;
  readonly settings: Map<string, Map<string, Setting>>;
};

export function emptyTables(): Tables {
  return {
    drops: new Map(),
    reports: new Map(),
    cells: new Map(),
    runs: new Map(),
    current: new Map(),
    notified: new Map(),
    viewsRemoved: new Map(),
    requests: new Map(),
    settings: new Map(),
  };
}

/** The map of an area, made when it is not there. */
export function mapOf<Value>(all: Map<string, Map<string, Value>>, area: string): Map<string, Value> {
  const found = all.get(area);
  if (found) return found;
  const made = new Map<string, Value>();
  all.set(area, made);
  return made;
}
