import type { DropReport, Problem, Warning } from '../facts/drop.ts';

/** Something wrong or odd, once or in many rows for one cause. */
export type ProblemGroup = {
  readonly code: string;
  /** In the order of the file; empty when the whole file is meant. */
  readonly rows: readonly number[];
  /** The feed's own name of the column; null when a whole row or the whole file is meant. */
  readonly column: string | null;
  /** What stands there, each once; empty where nothing must or can be repeated. */
  readonly values: readonly string[];
  /** What is wrong and how to mend it: of the first row, when there are several. */
  readonly message: string;
};

/** From so many rows on one cause is told once: a slip in a formula or an export hits a whole column. */
const MANY = 4;

/** The problems of a report in the order of the file, those of one cause together. */
export function problemGroups({ problems }: Pick<DropReport, 'problems'>): readonly ProblemGroup[] {
  return grouped(problems);
}

/** The warnings of a report, in the same way. */
export function warningGroups({ warnings }: Pick<DropReport, 'warnings'>): readonly ProblemGroup[] {
  return grouped(warnings.map(asProblem));
}

function asProblem({ code, message, row, column }: Warning): Problem {
  return { code, message, row: row ?? null, column: column ?? null, value: null };
}

function grouped(problems: readonly Problem[]): readonly ProblemGroup[] {
  const alike = Map.groupBy(problems, ({ code, column, row }) =>
    JSON.stringify([code, column, row === null]),
  );
  const groups = [...alike.values()].flatMap((same) =>
    same.length < MANY || same[0]?.row === null ? same.map((problem) => [problem]) : [same],
  );
  return groups.flatMap(groupOf).sort((a, b) => (a.rows[0] ?? 0) - (b.rows[0] ?? 0));
}

function groupOf(same: readonly Problem[]): readonly ProblemGroup[] {
  const [first] = same;
  if (first === undefined) return [];
  const { code, column, message } = first;
  const rows = [...new Set(same.flatMap(({ row }) => (row === null ? [] : [row])))].sort((a, b) => a - b);
  const values = [...new Set(same.flatMap(({ value }) => (value === null || value === '' ? [] : [value])))];
  return [{ code, rows, column, values, message }];
}
