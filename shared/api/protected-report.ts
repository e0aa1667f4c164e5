import { feedById } from '../catalogue/feeds/feeds.ts';
import type { Drop, DropReport, Problem, Warning } from '../facts/drop.ts';

/** Columns of which a cell holds a figure, or text in which one may stand. */
const FIGURES: readonly string[] = ['figure', 'value', 'field', 'note', 'open-data'];

const NOT_TOLD =
  'What is there is not shown without the scope read-small-numbers, since it may be a small number. The code says what is wrong with it: docs/dropping-files.md.';

/**
 * A drop as callers without small numbers see it. A rejected or doubted cell may hold a small number; a file of few
 * cells is found again from its hash by trying.
 */
export function protectedDrop(drop: Drop): Drop {
  return {
    ...drop,
    sha256: null,
    warnings: drop.warnings.map((warning) => protectedWarning(warning, drop.feed)),
  };
}

/** The report of a drop as callers without small numbers see it. */
export function protectedReport(report: DropReport): DropReport {
  return {
    ...report,
    ...protectedDrop(report),
    problems: report.problems.map((problem) => protectedProblem(problem, report.feed)),
  };
}

function protectedProblem(problem: Problem, feed: string): Problem {
  return problem.row === null || !mayHoldFigure(problem.column, feed)
    ? problem
    : { ...problem, value: null, message: NOT_TOLD };
}

function protectedWarning(warning: Warning, feed: string): Warning {
  return warning.row === undefined || !mayHoldFigure(warning.column ?? null, feed)
    ? warning
    : { ...warning, message: NOT_TOLD };
}

/** True where a cell of the column may hold a figure; of no column, or one that is not known, too. */
function mayHoldFigure(column: string | null, feed: string): boolean {
  const found = feedById(feed)?.columns.find(({ name }) => name === column);
  return found === undefined || FIGURES.includes(found.holds.kind);
}
