import { groupMessages } from '../../shared/alerting/group.ts';
import type { CellBlock } from '../../shared/facts/cell.ts';
import { isCommitted, isTerminal } from '../../shared/facts/drop.ts';
import { cellsOf } from '../../shared/facts/fold.ts';
import { alertMessageSchema } from '../../shared/recompute/alert-views.ts';
import { MESSAGES_PART } from '../../shared/recompute/part-names.ts';
import { asDesigned, type FaultyDesign } from './design.ts';
import { cellName, said, showByFold } from './shown.ts';

/** Ten ways to build it that look right. Each stands between the product's own code and the world. */
export const faultyDesigns = {
  /** Each cell shows what was written into it last. */
  'last write wins by cell': {
    extent: 'fold',
    design() {
      const written = new Map<string, Map<string, string>>();
      return {
        ...asDesigned,
        ingest: (ports) => ({
          ...ports,
          cells: {
            async write(blocks) {
              await ports.cells.write(blocks);
              for (const block of blocks) writeInto(written, block);
            },
          },
        }),
        show: (area) => written.get(area) ?? new Map(),
      };
    },
  },
  /** The drop is accepted first and its cells are written then. */
  'commit before cells': {
    extent: 'fold',
    design: () => ({
      ...asDesigned,
      ingest(ports) {
        let waiting: readonly CellBlock[] = [];
        return {
          ...ports,
          cells: {
            write(blocks) {
              waiting = blocks;
              return Promise.resolve();
            },
          },
          drops: {
            ...ports.drops,
            async advance(drop) {
              const written = await ports.drops.advance(drop);
              if (isCommitted(drop)) await ports.cells.write(waiting);
              return written;
            },
          },
        };
      },
    }),
  },
  /** Versions are in the order in which their events came. */
  'order by arrival': {
    extent: 'fold',
    design() {
      const arrivals: string[] = [];
      return {
        ...asDesigned,
        heard(_key, versionId) {
          if (versionId !== '' && !arrivals.includes(versionId)) arrivals.push(versionId);
        },
        ingest: (ports) => ({
          ...ports,
          bucket: {
            ...ports.bucket,
            async versions(key) {
              const versions = await ports.bucket.versions(key);
              const arrived = ({ versionId }: { readonly versionId: string }) => {
                const at = arrivals.indexOf(versionId);
                return at < 0 ? arrivals.length : at;
              };
              return versions.toSorted((a, b) => arrived(a) - arrived(b));
            },
          },
        }),
      };
    },
  },
  /** A rebuild has no sequencer, which no listing returns: it makes do with put time and version id. */
  'order by sequencer in a rebuild': {
    extent: 'fold',
    design: () => ({
      ...asDesigned,
      rebuildOrder: (versions) =>
        versions.toSorted((a, b) => (`${a.putTime} ${a.versionId}` < `${b.putTime} ${b.versionId}` ? -1 : 1)),
    }),
  },
  /** What stands in the line need not stand in it twice; but who has left it is forgotten. */
  'a key is lined up once': {
    extent: 'fold',
    design() {
      const lined = new Set<string>();
      return {
        ...asDesigned,
        lineUp: (send) => async (key) => {
          if (lined.has(key)) return;
          lined.add(key);
          await send(key);
        },
      };
    },
  },
  /** The messages of a run go out before it is known whether it becomes current. */
  'alert before flip': {
    extent: 'pipeline',
    design: () => ({
      ...asDesigned,
      recompute: (ports, { publish }) => ({
        ...ports,
        runs: {
          ...ports.runs,
          async write(area, run) {
            await ports.runs.write(area, run);
            const messages = alertMessageSchema.array().parse(run.parts[MESSAGES_PART]);
            for (const message of groupMessages(messages)) await publish(message.topic, message);
          },
        },
      }),
    }),
  },
  /** Whoever commits says "dirty"; who finds all finished has nothing to say. */
  'dirty lost after commit': {
    extent: 'fold',
    design: () => ({
      ...asDesigned,
      ingest(ports) {
        let finished = 0;
        return {
          ...ports,
          drops: {
            ...ports.drops,
            async advance(drop) {
              const written = await ports.drops.advance(drop);
              if (written && isTerminal(drop.state)) finished += 1;
              return written;
            },
          },
          dirty: (area) => (finished > 0 ? ports.dirty(area) : Promise.resolve()),
        };
      },
    }),
  },
  /** A run becomes current whatever has become current since it was begun. */
  'flip without its condition': {
    extent: 'pipeline',
    design: () => ({
      ...asDesigned,
      recompute: (ports, { overwriteCurrent }) => ({
        ...ports,
        runs: { ...ports.runs, flip: (area, head) => overwriteCurrent(area, head) },
      }),
    }),
  },
  /** A version in quarantine is still the file's last: nothing of the file shows. */
  'quarantine silences the version before': {
    extent: 'fold',
    design: () => ({
      ...asDesigned,
      show: (area, drops, blocks, knownBy) =>
        showByFold(
          area,
          drops.map((drop) =>
            drop.state === 'quarantined' ? { ...drop, state: 'accepted', deleted: true } : drop,
          ),
          blocks,
          knownBy,
        ),
    }),
  },
  /** What is not committed is thought to be dead, though an ingest may be about to commit it. */
  'retention of what is not committed': {
    extent: 'pipeline',
    design: () => ({
      ...asDesigned,
      recompute(ports) {
        let seen: readonly CellBlock[] = [];
        return {
          ...ports,
          cells: {
            ...ports.cells,
            async read(area) {
              seen = await ports.cells.read(area);
              return seen;
            },
          },
          async notify(area) {
            const drops = (await ports.drops.list(area)).filter(isCommitted);
            const committed = new Set(drops.map(({ key, versionId }) => `${key} ${versionId}`));
            await ports.cells.remove(
              seen.filter(({ file, versionId }) => !committed.has(`${file} ${versionId}`)),
            );
            await ports.notify(area);
          },
        };
      },
    }),
  },
} as const satisfies Readonly<Record<string, FaultyDesign>>;

function writeInto(written: Map<string, Map<string, string>>, block: CellBlock): void {
  const shown = written.get(block.area) ?? new Map<string, string>();
  written.set(block.area, shown);
  for (const [period, { value, status, row }] of cellsOf(block)) {
    const text = said(value, status ?? null, row, block.file, block.versionId);
    shown.set(`${cellName(block.series)} ${period}`, text);
  }
}
