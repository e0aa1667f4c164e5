import { type CellBlock, seriesId } from '../../shared/facts/cell.ts';
import { type Drop, isTerminal } from '../../shared/facts/drop.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import type { CellStore } from '../../shared/store/cells.ts';
import type { DropStore } from '../../shared/store/drops.ts';
import type { RequestStore } from '../../shared/store/requests.ts';
import type { RunStore } from '../../shared/store/runs.ts';
import type { SettingStore } from '../../shared/store/settings.ts';
import type { Touch } from './invocation.ts';
import { mapOf, type Tables } from './tables.ts';

/** Who looks on while the store changes. */
export type Watch = {
  advanced(drop: Drop, before: Drop | undefined): void;
  wrote(block: CellBlock, before: CellBlock | undefined): void;
  flipped(area: string, head: RunHead, before: RunHead | undefined): void;
  removed(block: CellBlock): void;
};

const nobody: Watch = {
  advanced: () => undefined,
  wrote: () => undefined,
  flipped: () => undefined,
  removed: () => undefined,
};

export type Stores = {
  readonly drops: DropStore;
  readonly cells: CellStore;
  readonly runs: RunStore;
  readonly requests: RequestStore;
  readonly settings: SettingStore;
};

/** The product's stores over tables in memory; each write of an item is a call that may fail by itself. */
export function simulatedStores(tables: Tables, touch: Touch, watch: Watch = nobody): Stores {
  return {
    drops: dropStore(tables, touch, watch),
    cells: cellStore(tables, touch, watch),
    runs: runStore(tables, touch, watch),
    requests: {
      save: (request) => touch(() => void tables.requests.set(`${request.area} ${request.id}`, request)),
      find: (area, id) => touch(() => tables.requests.get(`${area} ${id}`)),
    },
    settings: {
      list: (area) => touch(() => [...mapOf(tables.settings, area).values()]),
      append: (setting) =>
        touch(() => {
          const settings = mapOf(tables.settings, setting.area);
          const key = `${setting.kind} ${setting.id} ${setting.version}`;
          if (settings.has(key)) return false;
          settings.set(key, setting);
          return true;
        }),
    },
  };
}

function dropStore(tables: Tables, touch: Touch, watch: Watch): DropStore {
  return {
    list: (area) =>
      touch(() => [...mapOf(tables.drops, area).values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    find: (area, ids) =>
      touch(() => {
        const drops = mapOf(tables.drops, area);
        return [...new Set(ids)].flatMap((id) => drops.get(id) ?? []);
      }),
    report: (area, id) => touch(() => tables.reports.get(`${area} ${id}`)),
    saveReport: (report) => touch(() => void tables.reports.set(`${report.area} ${report.id}`, report)),
    advance: (drop) =>
      touch(() => {
        const drops = mapOf(tables.drops, drop.area);
        const before = drops.get(drop.id);
        if (before && isTerminal(before.state)) return false;
        drops.set(drop.id, drop);
        watch.advanced(drop, before);
        return true;
      }),
  };
}

function cellStore(tables: Tables, touch: Touch, watch: Watch): CellStore {
  return {
    async write(blocks) {
      for (const block of blocks) {
        await touch(() => {
          const cells = mapOf(tables.cells, block.area);
          const key = cellKeyOf(block);
          watch.wrote(block, cells.get(key));
          cells.set(key, block);
        });
      }
    },
    read: (area, metric) =>
      touch(() => {
        const blocks = [...mapOf(tables.cells, area).values()];
        return metric === undefined ? blocks : blocks.filter(({ series }) => series.metric === metric);
      }),
    async remove(blocks) {
      for (const block of blocks) {
        await touch(() => {
          const key = cellKeyOf(block);
          const cells = mapOf(tables.cells, block.area);
          if (cells.delete(key)) watch.removed(block);
        });
      }
    },
  };
}

/** The place of a block among an area's cells. */
export function cellKeyOf({ series, year, file, versionId }: CellBlock): string {
  return `${seriesId(series)} ${year} ${file} ${versionId}`;
}

/** Parts of a run are written so many together. */
const PARTS_AT_ONCE = 8;

function runStore(tables: Tables, touch: Touch, watch: Watch): RunStore {
  const partOf = (area: string, runId: string, name: string) =>
    mapOf(tables.runs, area).get(`${runId} ${name}`);
  return {
    current: (area) => touch(() => tables.current.get(area)),
    head: (area, runId) =>
      touch(() => {
        const text = partOf(area, runId, 'HEAD');
        return text === undefined ? undefined : JSON.parse(text);
      }),
    part: (area, runId, name) =>
      touch(() => {
        const text = partOf(area, runId, name);
        return text === undefined ? undefined : JSON.parse(text);
      }),
    async write(area, { head, parts }) {
      const named = Object.entries({ ...parts, HEAD: head });
      for (let at = 0; at < named.length; at += PARTS_AT_ONCE) {
        await touch(() => {
          const runs = mapOf(tables.runs, area);
          for (const [name, part] of named.slice(at, at + PARTS_AT_ONCE)) {
            runs.set(`${head.runId} ${name}`, JSON.stringify(part));
          }
        });
      }
    },
    flip: (area, head) =>
      touch(() => {
        const before = tables.current.get(area);
        if ((before?.runId ?? null) !== head.previous) return false;
        tables.current.set(area, head);
        watch.flipped(area, head, before);
        return true;
      }),
    notified: (area) => touch(() => tables.notified.get(area)),
    markNotified: (area, runId) => touch(() => void tables.notified.set(area, runId)),
    async removeViews(area, upTo, isView) {
      const done = await touch(() => tables.viewsRemoved.get(area) ?? 0);
      if (upTo <= done) return;
      const runs = mapOf(tables.runs, area);
      const named = [...runs.keys()].filter((key) => {
        const sequence = Number.parseInt(key, 10);
        return sequence > done && sequence <= upTo && isView(key.slice(key.indexOf(' ') + 1));
      });
      for (let at = 0; at < named.length; at += PARTS_AT_ONCE)
        await touch(() => {
          for (const key of named.slice(at, at + PARTS_AT_ONCE)) runs.delete(key);
        });
      await touch(() => void tables.viewsRemoved.set(area, upTo));
    },
  };
}
