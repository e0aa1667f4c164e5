import type { Dimensions } from '../facts/cell.ts';
import type { Problem, Warning } from '../facts/drop.ts';
import type { Month } from '../period/month.ts';
import { readFigure } from '../reading/figure.ts';
import { readFinancialYear } from '../reading/period-text.ts';
import { cut } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import type { FoundColumn } from './columns.ts';
import { missing } from './missing-cell.ts';
import { readPastMonth } from './past-month.ts';
import { cellProblem, type RowReading, type Statement, statement } from './row-reading.ts';

/** Reads a row of a wide feed: a wrong key costs the row, a wrong figure its cell. Empty cells say nothing. */
export function readWideRow(
  { row, cells, sheet }: Row,
  columns: readonly FoundColumn[],
  thisMonth: Month,
): RowReading {
  const keyProblems: Problem[] = [];
  let month: Month | undefined;
  let dimensions: Dimensions = {};
  for (const { column, index } of columns) {
    const text = cells[index] ?? '';
    if (column.holds.kind === 'month') {
      const read = text.trim() === '' ? missing(column) : readPastMonth(text, thisMonth);
      if (read.ok) month = read.value;
      else keyProblems.push(cellProblem(row, column.name, text, read.fault));
    } else if (column.holds.kind === 'financial-year') {
      const read = text.trim() === '' ? missing(column) : readFinancialYear(text);
      if (read.ok) dimensions = { financialYear: read.value };
      else keyProblems.push(cellProblem(row, column.name, text, read.fault));
    }
  }
  if (month === undefined || keyProblems.length > 0) return { kind: 'rejected', problems: keyProblems };
  const statements: Statement[] = [];
  const problems: Problem[] = [];
  for (const { column, index } of columns) {
    const text = cells[index] ?? '';
    const { holds, name } = column;
    if (holds.kind !== 'figure' || text.trim() === '') continue;
    const rule = {
      unit: holds.unit,
      whole: holds.unit === 'count',
      ...(holds.min === undefined ? {} : { min: holds.min }),
    };
    const figure = readFigure(text, rule);
    if (figure.ok) {
      const series = { role: 'actual', metric: holds.metric, dimensions } as const;
      const cell = { ...figure.value, row, ...(sheet !== undefined && { sheet }) };
      statements.push(statement({ series, period: month, cell, column: name, text: cut(text) }));
    } else problems.push(cellProblem(row, name, text, figure.fault));
  }
  if (statements.length === 0 && problems.length === 0) return { kind: 'silent' };
  return { kind: 'statements', statements, problems, warnings: partsAboveWholes(row, statements, columns) };
}

/** A part that is larger than its whole: one of both is wrong, and only the council knows which. */
function partsAboveWholes(
  row: number,
  statements: readonly Statement[],
  columns: readonly FoundColumn[],
): Warning[] {
  const values = new Map(statements.map(({ column, cell }) => [column, cell.value]));
  return columns.flatMap(({ column: { name, partOf } }) => {
    const part = values.get(name);
    const whole = partOf === undefined ? undefined : values.get(partOf);
    if (typeof part !== 'number' || typeof whole !== 'number' || part <= whole) return [];
    const message = `${name} is ${part} and ${partOf}, of which it is a part, is ${whole}. Both were taken; check them and drop the file again.`;
    return [{ code: 'part-above-whole', message, row, column: name }];
  });
}
