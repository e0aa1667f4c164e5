import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { Problem, RowCounts, Warning } from '../facts/drop.ts';
import type { Month } from '../period/month.ts';
import type { TextElsewhere } from '../reading/personal-data/guard.ts';
import type { Row } from '../reading/row-event.ts';
import { boundedList } from './bounded-list.ts';
import type { ColumnFinder } from './columns.ts';
import { completeHeader, HEADER_DEPTH, type Header, likeliestHeader, withRowBelow } from './header.ts';
import { headerProblem, unknownColumnWarnings } from './header-problem.ts';
import { createLedger } from './ledger.ts';
import { personalFindings } from './personal-findings.ts';
import { readRegisterRow } from './register-row.ts';
import type { RowReading, Statement } from './row-reading.ts';
import { slippedRow, strayRow } from './stray-row.ts';
import type { MetricLookup } from './tidy-cells.ts';
import { readTidyRow } from './tidy-row.ts';
import { tooManyCells } from './too-many-cells.ts';
import { readWideRow } from './wide-row.ts';

export type TableContext = {
  readonly feed: FeedDefinition;
  readonly find: ColumnFinder;
  /** The folder of the file: a council's code or `_shared`. */
  readonly area: string;
  readonly thisMonth: Month;
  readonly lookup: MetricLookup;
  readonly maxCells: number;
  /** How many problems and warnings are listed. */
  readonly listLimit: number;
};

/** Everything that was found in the rows of a file, before it is judged. */
export type TableFindings = {
  readonly header: Header | undefined;
  /** What a national file was recognised as, and whether anything of it is mapped. */
  readonly national?: { readonly recognisedAs: string; readonly mapped: boolean } | undefined;
  readonly rows: RowCounts;
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
  readonly problemCount: number;
  readonly warnings: readonly Warning[];
  /** What looks like a person; never repeats a value. */
  readonly personal: readonly Problem[];
  readonly personalCount: number;
  /** Why the file as a whole cannot be taken, personal data aside. */
  readonly refusal: Problem | undefined;
};

export type Table = {
  take(row: Row): void;
  /** A row that is not read: only what looks like a person counts. */
  lookThrough(row: Row, sheetNumber: number): void;
  /** The same for texts that stand in no cell. */
  lookThroughTexts(texts: TextElsewhere): void;
  warn(warning: Warning): void;
  /** The rest of the file cannot be read. */
  refuse(problem: Problem): void;
  findings(): TableFindings;
};

/** Takes the rows of one file in order: finds the header, reads the data below it, and counts every row. */
export function createTable(context: TableContext): Table {
  const { feed, find, maxCells, listLimit } = context;
  const ledger = createLedger(listLimit);
  const problems = boundedList<Problem>(listLimit);
  const warnings = boundedList<Warning>(listLimit);
  const personal = personalFindings(listLimit);
  const counts = { read: 0, rejected: 0, ignored: 0 };
  let waiting: Row[] = [];
  /** Every column that must be there is named; the row below may say more of the headings. */
  let complete: Header | undefined;
  let header: Header | undefined;
  let refusal: Problem | undefined;

  function take(row: Row): void {
    counts.read += 1;
    personal.row(row);
    if (row.cells.every((cell) => cell.trim() === '')) counts.ignored += 1;
    // Of a refused file the rest is only looked through for personal data.
    else if (refusal !== undefined) counts.rejected += 1;
    else if (header !== undefined) takeData(row, header);
    else {
      const above = waiting.at(-1);
      waiting.push(row);
      if (complete === undefined) {
        complete = completeHeader(row, above, feed, find);
        if (complete === undefined && waiting.length === HEADER_DEPTH) begin();
      } else {
        complete = withRowBelow(complete, above, row, feed, find) ?? complete;
        begin();
      }
    }
  }

  /** Settles which of the waiting rows is the header, and reads those below it. */
  function begin(): void {
    const candidates = waiting;
    waiting = [];
    if (candidates.length === 0) return;
    const [first] = candidates;
    header = complete ?? likeliestHeader(candidates, find);
    refusal = headerProblem(header, feed, first);
    const headerRow = header?.row ?? first?.row ?? 0;
    if (header !== undefined) warnOf(header, candidates);
    for (const row of candidates) {
      const heads = row.row === headerRow || (header?.twoRows && row.row === headerRow - 1);
      if (heads || header === undefined) {
        personal.headings(row);
      }
      if (row.row === headerRow) counts.read -= 1;
      else if (header !== undefined && row.row < headerRow) counts.ignored += 1;
      else if (refusal !== undefined || header === undefined) counts.rejected += 1;
      else takeData(row, header);
    }
  }

  function warnOf(at: Header, candidates: readonly Row[]): void {
    const top = at.twoRows ? at.row - 1 : at.row;
    const above = candidates.filter(({ row }) => row < top).length;
    if (above > 0) {
      const rows = above === 1 ? 'One row above the header was' : `${above} rows above the header were`;
      warnings.add({
        code: 'preamble-ignored',
        message: `${rows} not read; the header is row ${at.row}.`,
        row: at.row,
      });
    }
    for (const warning of unknownColumnWarnings(at, feed)) warnings.add(warning);
  }

  function takeData(row: Row, below: Header): void {
    const stray = strayRow(row, below);
    if (stray !== undefined) {
      counts.ignored += 1;
      warnings.add(stray);
      return;
    }
    const slipped = slippedRow(row, below);
    note(
      row.row,
      slipped === undefined ? read(row, below.columns.found) : { kind: 'rejected', problems: [slipped] },
    );
  }

  function read(row: Row, columns: Header['columns']['found']): RowReading {
    const { area, thisMonth, lookup } = context;
    switch (feed.shape) {
      case 'wide':
        return readWideRow(row, columns, thisMonth);
      case 'tidy':
        return readTidyRow(row, columns, { feed, area, thisMonth, lookup });
      case 'register':
        return readRegisterRow(row, columns, { feed, thisMonth, lookup });
      case 'open-data':
        throw new Error('National files have a table of their own');
    }
  }

  function note(row: number, reading: RowReading): void {
    switch (reading.kind) {
      case 'silent':
        counts.ignored += 1;
        warnings.add({
          code: 'row-without-figures',
          message: `Row ${row} has no figure and says nothing.`,
          row,
        });
        return;
      case 'rejected':
        counts.rejected += 1;
        for (const problem of reading.problems) problems.add(problem);
        return;
      case 'statements': {
        for (const problem of reading.problems) problems.add(problem);
        for (const warning of reading.warnings) warnings.add(warning);
        if (ledger.note(row, reading.statements, reading.problems.length > 0)) {
          warnings.add({
            code: 'repeated-row',
            message: `Row ${row} repeats an earlier row and was not read again.`,
            row,
          });
        }
        if (ledger.held > maxCells) {
          refusal = tooManyCells(maxCells);
          counts.rejected += ledger.clear();
        }
      }
    }
  }

  function findings(): TableFindings {
    begin();
    const totals = ledger.totals();
    const { read, ignored } = counts;
    const rows = {
      read,
      accepted: totals.accepted,
      partly: totals.partly,
      rejected: counts.rejected + totals.rejected,
      ignored: ignored + totals.ignored,
    };
    const merged = [...problems.kept, ...totals.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return {
      header,
      rows,
      statements: totals.statements,
      problems: merged.slice(0, listLimit),
      problemCount: problems.count + totals.problemCount,
      warnings: warnings.kept,
      personal: personal.kept,
      personalCount: personal.count,
      refusal,
    };
  }

  return {
    take,
    lookThrough: personal.aside,
    lookThroughTexts: personal.elsewhere,
    warn: (warning) => warnings.add(warning),
    refuse: (problem) => {
      begin();
      refusal = problem;
    },
    findings,
  };
}
