import type { Problem, Warning } from '../../facts/drop.ts';
import { SHARED_AREA } from '../../facts/folder.ts';
import { fileProblem } from '../../reading/problem.ts';
import type { Row } from '../../reading/row-event.ts';
import { boundedList } from '../bounded-list.ts';
import { createLedger } from '../ledger.ts';
import { personalFindings } from '../personal-findings.ts';
import type { Table, TableFindings } from '../table.ts';
import { tooManyCells } from '../too-many-cells.ts';
import { LAIT_COLUMNS, laitLayout } from './lait.ts';
import type { NationalLayout } from './national-row.ts';
import { openDataLayout } from './open-data.ts';
import { standardCheck } from './standard.ts';

export type StatisticsContext = {
  /** The folder: a council, whose rows alone are taken, or `_shared`. */
  readonly area: string;
  readonly maxCells: number;
  /** How many problems and warnings are listed. */
  readonly listLimit: number;
};

/** Takes the rows of a national file in order: the first says which it is, and every other is counted. */
export function createStatisticsTable({ area, maxCells, listLimit }: StatisticsContext): Table {
  const ledger = createLedger(listLimit);
  const problems = boundedList<Problem>(listLimit);
  const warnings = boundedList<Warning>(listLimit);
  const personal = personalFindings(listLimit);
  const counts = { read: 0, rejected: 0, ignored: 0, foreign: 0 };
  let layout: NationalLayout | undefined;
  let refusal: Problem | undefined;
  let begun = false;

  function refuse(problem: Problem): void {
    refusal ??= problem;
    counts.rejected += ledger.clear();
  }

  function begin({ row, cells }: Row): void {
    begun = true;
    personal.headings({ row, cells });
    const headings = cells.map((cell) => cell.trim());
    // By its first column alone: the others may be what is wrong with it.
    if (headings.includes('col_name')) refuse(metadata(row));
    else if (LAIT_COLUMNS.every((name) => headings.includes(name))) layout = laitLayout(headings, area);
    else if (!headings.some((name) => OPEN_DATA.includes(name))) refuse(unknown(row));
    else {
      const standard = standardCheck(headings, row);
      if (standard.header === undefined) layout = openDataLayout(headings, standard, area);
      else refuse(standard.header);
    }
    if (layout?.mapped === false) warnings.add(unmapped);
  }

  function take(row: Row): void {
    personal.row(row);
    const blank = row.cells.every((cell) => cell.trim() === '');
    if (!begun && !blank) {
      begin(row);
      return;
    }
    counts.read += 1;
    if (blank) counts.ignored += 1;
    else if (refusal !== undefined || layout === undefined) counts.rejected += 1;
    else takeData(row, layout);
  }

  function takeData(row: Row, by: NationalLayout): void {
    const reading = by.read(row);
    switch (reading.kind) {
      case 'ignored':
        counts.ignored += 1;
        if (reading.foreign) counts.foreign += 1;
        return;
      case 'broken':
        counts.rejected += 1;
        refuse(reading.problem);
        return;
      case 'rejected':
        counts.rejected += 1;
        for (const problem of reading.problems) problems.add(problem);
        return;
      case 'statements':
        ledger.note(row.row, reading.statements, false);
        if (ledger.held > maxCells) refuse(tooManyCells(maxCells));
    }
  }

  function findings(): TableFindings {
    const totals = ledger.totals();
    if (refusal === undefined && area !== SHARED_AREA && counts.foreign > 0 && ledger.held === 0) {
      refusal = wrongArea(area);
    }
    const merged = [...problems.kept, ...totals.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
    return {
      header: undefined,
      national: layout && { recognisedAs: layout.recognisedAs, mapped: layout.mapped },
      rows: {
        read: counts.read,
        accepted: totals.accepted,
        partly: totals.partly,
        rejected: counts.rejected + totals.rejected,
        ignored: counts.ignored + totals.ignored,
      },
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
    refuse,
    findings,
  };
}

/** Any of them says that a file means to be open data. */
const OPEN_DATA: readonly string[] = ['time_period', 'time_identifier', 'geographic_level'];

const unmapped: Warning = {
  code: 'no-mapping',
  message:
    'Recognised as DfE open data, no mapping: which metrics this release holds is not known, and nothing of it was stored. Ask for it to be mapped.',
};

function metadata(row: number): Problem {
  return fileProblem(
    'metadata-file',
    'Cannot take this file: it describes the columns of a data file (col_name, col_type) and holds no figures. Drop the data file that it belongs to, whose name lacks .meta.',
    row,
  );
}

function unknown(row: number): Problem {
  return fileProblem(
    'not-open-data',
    'Cannot read this file as dfe-statistics: it has neither the columns of DfE open data (time_period, time_identifier, geographic_level) nor those of a Local Authority Interactive Tool export (Short Desc, Years, LA and Regions, Values). Drop the file as it was published.',
    row,
  );
}

function wrongArea(area: string): Problem {
  return fileProblem(
    'wrong-area',
    `Cannot take this file under ${area}: its figures are all of other councils. Put it under the council that it is about, or under _shared/dfe-statistics/, where it serves every council.`,
  );
}
