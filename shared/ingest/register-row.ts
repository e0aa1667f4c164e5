import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { CellValue, RegisterField } from '../facts/cell.ts';
import type { Problem } from '../facts/drop.ts';
import type { Month } from '../period/month.ts';
import { type Period, UNDATED } from '../period/period.ts';
import { cut } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import type { FoundColumn } from './columns.ts';
import { missing } from './missing-cell.ts';
import { readPastMonth } from './past-month.ts';
import { readField, readIdentity } from './register-cells.ts';
import { cellProblem, type RowReading, statement } from './row-reading.ts';
import type { MetricLookup } from './tidy-cells.ts';

export type RegisterContext = {
  readonly feed: FeedDefinition;
  readonly thisMonth: Month;
  readonly lookup: MetricLookup;
};

/**
 * Reads a row of a register: one entry, at one update where the register has updates. Anything wrong costs the row,
 * every problem of it is told. A blank field is null: it says that nothing was published.
 */
export function readRegisterRow(
  { row, cells, sheet }: Row,
  columns: readonly FoundColumn[],
  { feed, thisMonth, lookup }: RegisterContext,
): RowReading {
  // Columns that the file lacks are null too, so that every entry of a register has the same fields.
  const fields: Record<string, RegisterField> = Object.fromEntries(
    feed.columns.flatMap(({ name, holds }) => (holds.kind === 'field' ? [[name, null]] : [])),
  );
  const dimensions: Record<string, string> = {};
  const problems: Problem[] = [];
  let period: Period = UNDATED;
  for (const { column, index } of columns) {
    const text = cells[index] ?? '';
    const { holds, name, required } = column;
    if (text.trim() === '') {
      if (required) problems.push(cellProblem(row, name, '', missing(column).fault));
    } else if (holds.kind === 'update') {
      const month = readPastMonth(text, thisMonth);
      if (month.ok) period = month.value;
      else problems.push(cellProblem(row, name, text, month.fault));
    } else if (holds.kind === 'identity') {
      const identity = readIdentity(text, holds.of, lookup);
      if (identity.ok) dimensions[name] = identity.value;
      else problems.push(cellProblem(row, name, text, identity.fault));
    } else if (holds.kind === 'field') {
      const field = readField(text, holds.of, lookup);
      if (field.ok) fields[name] = field.value;
      else problems.push(cellProblem(row, name, text, field.fault));
    }
  }
  if (problems.length > 0) return { kind: 'rejected', problems };
  const cell: CellValue = { value: null, fields, row, ...(sheet !== undefined && { sheet }) };
  const [column = feed.id] = Object.keys(dimensions);
  const said = statement({
    series: { role: 'register', metric: feed.id, dimensions },
    period,
    cell,
    column,
    text: cut(Object.values(dimensions).join(', ')),
  });
  return { kind: 'statements', statements: [said], problems: [], warnings: [] };
}
