import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import { metricById } from '../catalogue/metrics.ts';
import type { DropState, Problem, ReportHeader, RowCounts, Warning } from '../facts/drop.ts';
import { monthInLondon } from '../period/london.ts';
import { rowsOf } from '../reading/format/formats.ts';
import { cut } from '../reading/problem.ts';
import type { Row, RowEvent } from '../reading/row-event.ts';
import type { ColumnMapping } from '../settings/mapping.ts';
import { blocksOf, type UnversionedBlock } from './blocks.ts';
import { columnFinder } from './columns.ts';
import { fingerprinted } from './fingerprint.ts';
import { createStatisticsTable } from './statistics/statistics-table.ts';
import { createTable, type TableFindings } from './table.ts';
import type { MetricLookup } from './tidy-cells.ts';
import { quarantineReason } from './verdict.ts';

const MAX_CELLS = 200_000;
/** Contract section 2: a report lists at most so many problems. */
const LISTED = 1000;

export type ReadDropInput = {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** For the record only: what a file is, its bytes say, since a workbook may well be called `.csv`. */
  readonly filename: string;
  readonly feed: FeedDefinition;
  /** The folder of the key: a council's code or `_shared`. */
  readonly area: string;
  /** Product time: a month after it is no month of an actual figure. */
  readonly now: Date;
  /** The council's own headings, where it has said any. */
  readonly mapping?: ColumnMapping | undefined;
  readonly maxCells?: number;
  /** What is measured and in which unit; the catalogue when left out. */
  readonly metric?: MetricLookup;
  /** Is told each row of the sheet that is read, as it stands in the file. */
  readonly onRow?: (row: Row) => void;
};

export type ReadDropOutcome = {
  readonly sha256: string;
  readonly size: number;
  readonly state: Extract<DropState, 'accepted' | 'accepted-with-problems' | 'quarantined'>;
  /** The header is no row of data and is not counted; title, blank, total and repeated rows are `ignored`. */
  readonly rows: RowCounts;
  readonly cells: number;
  /** At most 1,000, in row order; of a quarantined file the first says why. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly warnings: readonly Warning[];
  readonly recognisedAs: string | null;
  readonly header?: ReportHeader;
  /** Empty when quarantined. */
  readonly blocks: readonly UnversionedBlock[];
};

/**
 * Reads a dropped file whole: its fingerprint, an account of every row, every problem, and what it says as blocks.
 * Whatever the bytes are, the answer is a value; it throws only what the byte stream itself throws.
 * Source: contract.md section 2.
 */
export async function readDrop(input: ReadDropInput): Promise<ReadDropOutcome> {
  const { feed } = input;
  const find = columnFinder(feed, input.mapping?.columns);
  const fingerprint = fingerprinted(input.bytes);
  const limits = { maxCells: input.maxCells ?? MAX_CELLS, listLimit: LISTED };
  const table =
    feed.shape === 'open-data'
      ? createStatisticsTable({ area: input.area, ...limits })
      : createTable({
          ...{ feed, find, area: input.area, ...limits },
          thisMonth: monthInLondon(input.now),
          lookup: input.metric ?? metricById,
        });
  let format: Extract<RowEvent, { kind: 'recognised' }> | null = null;
  for await (const event of rowsOf(fingerprint.bytes, (cells) => find(cells).found.length)) {
    if (event.kind === 'recognised') format = event;
    else if (event.kind === 'row') {
      table.take(event);
      input.onRow?.(event);
    } else if (event.kind === 'aside') table.lookThrough(event, event.sheetNumber);
    else if (event.kind === 'elsewhere') table.lookThroughTexts(event);
    else if (event.kind === 'warning') table.warn(event.warning);
    else table.refuse(event.problem);
  }
  const { sha256, size } = await fingerprint.finish();
  const findings = table.findings();
  return { sha256, size, rows: findings.rows, ...judged(input, findings, format) };
}

function judged(
  { feed, area, mapping }: ReadDropInput,
  findings: TableFindings,
  format: { readonly as: string; readonly sheet?: string } | null,
): Omit<ReadDropOutcome, 'sha256' | 'size' | 'rows'> {
  const written = format === null ? null : `${feed.id}, ${format.as}`;
  const quarantined = { state: 'quarantined', cells: 0, blocks: [] } as const;
  if (findings.personalCount > 0) {
    // No heading, value or message of such a file is repeated anywhere.
    const { personal, personalCount } = findings;
    return {
      ...quarantined,
      problems: personal,
      problemCount: personalCount,
      warnings: [],
      recognisedAs: written,
    };
  }
  const sheet = format?.sheet === undefined ? '' : `, sheet "${cut(format.sheet)}"`;
  const recognisedAs = written === null ? null : `${written}${sheet}${describeColumns(findings, mapping)}`;
  const reason = quarantineReason(findings, feed, area);
  const { warnings } = findings;
  const header = headerOf(findings);
  const common = { warnings, recognisedAs, ...(header && { header }) };
  if (reason !== undefined) {
    const problems = [reason, ...findings.problems].slice(0, LISTED);
    return { ...quarantined, ...common, problems, problemCount: findings.problemCount + 1 };
  }
  const { problems, problemCount, statements } = findings;
  const state = problemCount === 0 ? 'accepted' : 'accepted-with-problems';
  const blocks = blocksOf(area, statements);
  return { ...common, state, cells: statements.length, blocks, problems, problemCount };
}

/** Which heading was taken for which column: `; columns month, ehcp_active ← "Number of EHCPs" (mapping 3)`. */
function describeColumns({ header, national }: TableFindings, mapping: ColumnMapping | undefined): string {
  if (national !== undefined) return `; ${national.recognisedAs}`;
  const found = header?.columns.found ?? [];
  if (found.length === 0) return '';
  const columns = found.map(({ column, heading, mapped }) => {
    if (column.name === heading) return heading;
    const by = mapped === true && mapping !== undefined ? mappingText(mapping) : '';
    return `${column.name} ← "${cut(heading)}"${by}`;
  });
  return `; columns ${columns.join(', ')}`;
}

function mappingText({ version }: ColumnMapping): string {
  return version === null ? ' (mapping to try)' : ` (mapping ${version})`;
}

function headerOf({ header }: TableFindings): ReportHeader | undefined {
  if (header === undefined) return undefined;
  const { found, unknown } = header.columns;
  const columns = [
    ...found.map(({ column, heading, index }) => ({ name: column.name, heading, index })),
    ...unknown.map(({ heading, index }) => ({ name: null, heading, index })),
  ]
    .sort((a, b) => a.index - b.index)
    .map(({ name, heading, index }) => ({ name, heading: cut(heading), place: index + 1 }));
  return { row: header.row, columns };
}
