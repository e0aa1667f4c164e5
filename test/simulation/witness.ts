import type { CellBlock } from '../../shared/facts/cell.ts';
import { type Drop, type DropReport, isCommitted, isTerminal } from '../../shared/facts/drop.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import type { Bucket, Version } from './bucket.ts';
import { CANARIES } from './contents.ts';
import { expectNextRun, newChain, type RunChain } from './run-chain.ts';
import type { Basis } from './small-counts.ts';
import type { Watch } from './stores.ts';
import type { Tables } from './tables.ts';

/** Sees every change of the store as it happens, and says what must not have happened. */
export type Witness = Watch & {
  /** What was found, in order; empty while all is well. */
  readonly violations: string[];
  /** Areas whose drops or cells have changed since they were last looked at. */
  readonly changed: Set<string>;
  readonly chains: Map<string, RunChain>;
  hasCommitted(version: Version): boolean;
  /** A copy of what is committed now, so that it can be asked later. */
  committedNow(): (version: Version) => boolean;
  reported(report: DropReport): void;
  /** How many runs were written and never became current. */
  overtaken(): number;
  /** What a recompute that is about to flip has seen; undefined when it is not known. */
  basis: Map<string, Basis>;
};

export function witnessOf(bucket: Bucket, tables: Tables): Witness {
  const violations: string[] = [];
  const changed = new Set<string>();
  const committed = new Set<string>();
  const chains = new Map<string, RunChain>();
  const basis = new Map<string, Basis>();
  let flips = 0;
  const idOf = (key: string, versionId: string) => `${key}\n${versionId}`;

  function advanced(drop: Drop, before: Drop | undefined): void {
    if (before && isTerminal(before.state)) violations.push(`8: the finished drop ${drop.id} was changed`);
    changed.add(drop.area);
    if (!isTerminal(drop.state)) return;
    violations.push(...wrongOutcome(drop, bucket));
    if (isCommitted(drop)) committed.add(idOf(drop.key, drop.versionId));
  }

  function wrote(block: CellBlock, before: CellBlock | undefined): void {
    changed.add(block.area);
    const visible = committed.has(idOf(block.file, block.versionId));
    if (visible && JSON.stringify(before) !== JSON.stringify(block))
      violations.push(`3, 8: cells of the committed ${block.versionId} of ${block.file} were written`);
  }

  function removed(block: CellBlock): void {
    changed.add(block.area);
    const { file, versionId } = block;
    const drop = [...tables.drops.values()]
      .flatMap((drops) => [...drops.values()])
      .find((each) => each.key === file && each.versionId === versionId);
    if (!drop || !isTerminal(drop.state))
      violations.push(`8: cells of the unfinished ${versionId} of ${file} were removed`);
    else if (isCommitted(drop) && drop.repeats === null)
      violations.push(`8: cells of the committed ${versionId} of ${file} were removed`);
  }

  return {
    ...{ violations, changed, chains, basis, advanced, wrote, removed },
    flipped(area: string, head: RunHead, before: RunHead | undefined) {
      if (basis.has(head.runId)) flips += 1;
      const chain = chains.get(area) ?? newChain();
      chains.set(area, chain);
      violations.push(...expectNextRun(chain, head, before, tables.runs.get(area), basis.get(head.runId)));
    },
    overtaken: () => basis.size - flips,
    hasCommitted: ({ key, versionId }) => committed.has(idOf(key, versionId)),
    committedNow() {
      const then = new Set(committed);
      return ({ key, versionId }) => then.has(idOf(key, versionId));
    },
    reported(report) {
      const { read, accepted, partly, rejected, ignored } = report.rows;
      if (report.state !== 'quarantined' && read !== accepted + partly + rejected + ignored)
        violations.push(`2: the rows of ${report.key} do not add up: ${JSON.stringify(report.rows)}`);
      if (
        report.quarantineCode === 'personal-data' &&
        CANARIES.some((canary) => JSON.stringify(report).includes(canary))
      )
        violations.push(`13: the report of ${report.key} repeats personal data`);
    },
  };
}

function wrongOutcome(drop: Drop, bucket: Bucket): string[] {
  const version = bucket.versions(drop.key).find(({ versionId }) => versionId === drop.versionId);
  if (!version) return [`7: the drop ${drop.id} is of no version in the bucket`];
  const { expected, position, putTime } = version;
  const should = {
    ...{ state: expected.state, code: expected.code, position, receivedAt: putTime },
    ...(expected.state !== 'quarantined' && {
      knownAt: expected.knownAt,
      cells: expected.statements.length,
      writer: expected.writer.versionId,
    }),
  };
  const did = {
    ...{ state: drop.state, code: drop.quarantineCode, position: drop.position, receivedAt: drop.receivedAt },
    ...(expected.state !== 'quarantined' && {
      knownAt: drop.knownAt,
      cells: drop.cells,
      writer: drop.repeats ?? drop.versionId,
    }),
  };
  const differs = JSON.stringify(did) !== JSON.stringify(should);
  return differs
    ? [`1: ${drop.versionId} of ${drop.key} became ${JSON.stringify(did)}, not ${JSON.stringify(should)}`]
    : [];
}
