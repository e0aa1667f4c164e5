import { SHARED_AREA, UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { type AreaTablePorts, readAreaTable } from '../../shared/ingest/area-table.ts';
import { type RebuildPorts, rebuild } from '../../shared/ingest/rebuild.ts';
import { tableDifferences } from '../../shared/ingest/table-differences.ts';
import type { CarriedRuns } from '../../shared/store/carry-runs.ts';
import { counted, plain } from './plain.ts';
import type { Progress } from './progress.ts';
import { type ExitCode, exit, type Voice } from './run.ts';

export const rebuildUsage = `Usage: npm run rebuild -- --area CODE [--into TABLE] [--keep | --fill] [--stage NAME]

Makes a new table from the drops bucket alone, out of every version of every file of the council and of _shared, and
compares it with the running one: drops, cells, and what shows. Nothing of the running system is changed.

  --area CODE      the council
  --into TABLE     name of the new table, which must not be there yet; one beside the running table unless told
  --keep           leave the new table; without it, it is removed at the end
  --fill           fill the table that --into names, which is there and is to serve next: the council's files, its runs
                   with alerts and what was told of them, and what people settled for it; what it has is passed over
  --stage NAME     on a deployed stage, with the AWS credentials in use

Exit code 0: equal · 1: different, or it could not be done · 2: not understood`;

export const rebuildFlags = ['area', 'into', 'keep', 'fill', 'stage'] as const;
export type RebuildFlag = (typeof rebuildFlags)[number];

type TablePorts = AreaTablePorts & {
  readonly drops: RebuildPorts['drops'];
  readonly cells: RebuildPorts['cells'];
};

export type RebuildDeps = {
  readonly source: Pick<RebuildPorts, 'bucket' | 'listing' | 'settings' | 'clock'>;
  readonly running: AreaTablePorts;
  /** The new table: made, removed, and what can be written to it and read from it. */
  readonly target: TablePorts & {
    readonly name: string;
    /** False when there is one of that name. */
    make(): Promise<boolean>;
    remove(): Promise<void>;
    /** Carries the runs of an area, with alerts and what was told of them, from the running table. */
    carryRuns(area: string): Promise<CarriedRuns>;
    /** Copies what people settled for an area from the running table; how many versions were not there yet. */
    copySettings(area: string): Promise<number>;
  };
  /** The new table is there already and is kept, and runs and what people settled go into it too. */
  readonly fill: boolean;
  readonly keep: boolean;
  /** Name of the system in messages. */
  readonly place: string;
  readonly progress: Progress;
  readonly voice: Voice;
  /** Milliseconds of real time. */
  readonly now: () => number;
  /** Ends a rebuild that is under way. */
  readonly signal: AbortSignal;
};

/** Rebuilds an area and tells every difference. Throws what the system throws; the new table is removed then too. */
export async function rebuildArea(area: string, deps: RebuildDeps): Promise<ExitCode> {
  const { target, voice, progress, keep, fill } = deps;
  if (fill) {
    const equal = await compareWithRebuilt(area, deps);
    const carried = await carryAllRuns(area, deps);
    // After the runs, which know of nothing that is settled later.
    const copied = await target.copySettings(area);
    voice.out(
      `Filled ${plain(target.name)}: what people settled is there, ${counted(copied, 'version')} copied.`,
    );
    return equal === exit.done ? carried : equal;
  }
  progress.show(`Making the table ${target.name}`);
  if (!(await target.make())) {
    progress.clear();
    voice.err(
      `Cannot rebuild into ${plain(target.name)}: there is a table of that name, and a rebuild starts with an empty one. Choose another name with --into.`,
    );
    return exit.usage;
  }
  try {
    return await compareWithRebuilt(area, deps);
  } finally {
    progress.clear();
    if (keep) voice.out(`The table ${plain(target.name)} is kept.`);
    else await target.remove();
  }
}

/** Runs are made of the files of all councils too, and of those under a wrong key. */
async function carryAllRuns(council: string, { target, voice }: RebuildDeps): Promise<ExitCode> {
  let code: ExitCode = exit.done;
  for (const area of [council, SHARED_AREA, UNKNOWN_AREA]) {
    const carried = await target.carryRuns(area);
    switch (carried.kind) {
      case 'carried':
        voice.out(
          `Carried the runs of ${area} up to ${carried.runId}, ${counted(carried.items, 'item')}: alerts and what was told of them go on from there.`,
        );
        break;
      case 'none':
        voice.out(`There is no run of ${area} to carry.`);
        break;
      case 'serves':
        voice.out(
          `No run of ${area} was carried: ${plain(target.name)} has made runs of its own, so it serves already.`,
        );
        break;
      case 'in-work':
        voice.err(`Cannot carry the runs of ${area} yet: ${inWork[carried.why]}`);
        code = exit.refused;
    }
  }
  return code;
}

const inWork = {
  run: 'a new one was made meanwhile. Run this again.',
  messages:
    'messages of the last one have not all gone out. Run this again in a minute; if it stays so, npm run doctor says what keeps notify.',
} as const;

async function compareWithRebuilt(area: string, deps: RebuildDeps): Promise<ExitCode> {
  const { source, running, target, voice, progress, now, signal } = deps;
  const begun = now();
  const made = await rebuild(area, {
    ...source,
    drops: target.drops,
    cells: target.cells,
    progress(done, all) {
      signal.throwIfAborted();
      progress.show(`Rebuilding ${area} on ${deps.place}`, `${done} of ${counted(all, 'file')}`);
    },
  });
  const seconds = ((now() - begun) / 1000).toFixed(1);
  progress.show(`Comparing ${target.name} with the running table`);
  const [is, rebuilt] = await Promise.all([
    readAreaTable(area, made.places, running),
    readAreaTable(area, made.places, target),
  ]);
  progress.clear();
  if (is.drops.length === 0 && rebuilt.drops.length === 0) {
    voice.err(
      `Cannot rebuild ${area}: neither the bucket nor the table has a file of it. Is it the code of a council served here?`,
    );
    return exit.usage;
  }
  voice.out(
    `Rebuilt ${area} from ${counted(made.versions, 'version')} of ${counted(made.files, 'file')} into ${counted(made.blocks, 'item')} of cells, in ${seconds} s.`,
  );
  const differences = tableDifferences(area, is, rebuilt);
  for (const difference of differences) voice.out(plain(difference));
  voice.out(
    differences.length === 0
      ? 'Equal: drops, cells and what shows are the same in the running table.'
      : `Different: ${counted(differences.length, 'difference')}. docs/runbooks/rebuild.md says what each may mean.`,
  );
  return differences.length === 0 ? exit.done : exit.refused;
}
