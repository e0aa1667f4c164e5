import type { CellBlock } from '../facts/cell.ts';
import { type Drop, type DropReport, isCommitted, type Problem } from '../facts/drop.ts';
import { readKnownAt } from '../facts/known-at.ts';
import { mappingAt } from '../settings/mapping.ts';
import type { Address } from './address.ts';
import type { IngestPorts } from './ports.ts';
import { type ReadDropOutcome, readDrop } from './read-drop.ts';

/** Contract of the report: it lists at most so many problems. */
const LISTED = 1000;

export type Checked = {
  readonly report: DropReport;
  readonly blocks: readonly Omit<CellBlock, 'file' | 'versionId'>[];
};

/**
 * Judges one version: what it says as blocks, and its report. Nothing is stored. Throws only when the content cannot
 * be had; `earlier` are the versions of its key before it, oldest first, each finished.
 */
export async function checkVersion(
  drop: Drop,
  address: Address,
  earlier: readonly Drop[],
  ports: Pick<IngestPorts, 'clock' | 'read' | 'settings'> & {
    readonly bucket: Pick<IngestPorts['bucket'], 'open'>;
  },
): Promise<Checked> {
  const finishedAt = ports.clock.now().toISOString();
  const refuse = (refused: Drop, reason: Refusal, found: readonly Problem[] = []): Checked => {
    const { code, message } = reason;
    const problem = { row: null, column: null, value: null, code, message };
    const state = { state: 'quarantined', quarantineCode: code, finishedAt, cells: 0 } as const;
    const problems = [problem, ...found].slice(0, LISTED);
    return {
      report: { ...refused, ...state, problemCount: refused.problemCount + 1, problems, warnings: [] },
      blocks: [],
    };
  };
  // Deleting a file that could not be placed ends what it was told for.
  if (drop.deleted)
    return { report: { ...drop, state: 'accepted', finishedAt, problems: [], warnings: [] }, blocks: [] };
  if (address.kind === 'unknown') return refuse(drop, address);

  // The mapping of the day of the put, for the same reason.
  const mapping = mappingAt(await ports.settings.list(address.area), address.feed.id, drop.receivedAt);
  const { bytes, knownAt } = await ports.bucket.open(drop.key, drop.versionId);
  const outcome = await (ports.read ?? readDrop)({
    bytes,
    filename: drop.key.split('/').at(-1) ?? drop.key,
    feed: address.feed,
    area: address.area,
    // The day of the put, so that reading the bucket again years later judges the same.
    now: new Date(drop.receivedAt),
    mapping,
  });
  const { blocks, size: _size, ...found } = outcome;
  const before = earlier.at(-1);
  const same =
    before && !before.deleted && before.sha256 === outcome.sha256 && !hasNoKnownAt(before)
      ? before
      : undefined;
  const known = same ? { knownAt: same.knownAt } : readKnownAt(knownAt, drop.receivedAt);
  if ('code' in known) return refuse({ ...drop, sha256: outcome.sha256 }, known);
  const quarantineCode = outcome.state === 'quarantined' ? (outcome.problems[0]?.code ?? null) : null;
  const report: DropReport = { ...drop, ...found, quarantineCode, knownAt: known.knownAt, finishedAt };
  if (retractsByMistake(outcome, earlier)) return refuse(report, NOTHING_TAKEN, report.problems);
  if (!same || !saysTheSame(same, outcome)) return { report, blocks };
  const repeated = {
    code: 'same-content',
    message: 'This version is the same, to the byte, as the one before it: it changes nothing.',
  };
  return {
    report: { ...report, repeats: same.repeats ?? same.versionId, warnings: [...report.warnings, repeated] },
    blocks: [],
  };
}

type Refusal = Pick<Problem, 'code' | 'message'>;

const NOTHING_TAKEN: Refusal = {
  code: 'nothing-taken',
  message:
    'Nothing of this version can be taken, and the version before it has figures: those go on speaking. Mend the rows below and put the file again; to retract the figures, delete the file.',
};

/** It was refused for its `known-at`: putting the same content again with another mends it, and there is none to keep. */
function hasNoKnownAt({ quarantineCode }: Drop): boolean {
  return quarantineCode === 'known-at-unreadable' || quarantineCode === 'known-at-after-put';
}

/** Every cell of a new version is wrong: nobody means to retract a whole file by a slip of the keyboard. */
function retractsByMistake({ state, cells }: ReadDropOutcome, earlier: readonly Drop[]): boolean {
  const speaking = earlier.findLast(isCommitted);
  return state === 'accepted-with-problems' && cells === 0 && speaking !== undefined && speaking.cells > 0;
}

/** The same bytes can be judged anew (a month is in the future no more, a heading is mapped); then they speak anew. */
function saysTheSame(before: Drop, outcome: ReadDropOutcome): boolean {
  const { state, cells, recognisedAs } = outcome;
  return (
    isCommitted(before) &&
    before.state === state &&
    before.cells === cells &&
    before.recognisedAs === recognisedAs
  );
}
