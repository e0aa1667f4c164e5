import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { CellValue, Level, PlanKind, SeriesKey } from '../facts/cell.ts';
import type { Problem } from '../facts/drop.ts';
import type { Month } from '../period/month.ts';
import type { Period } from '../period/period.ts';
import { readFigure } from '../reading/figure.ts';
import { readFinancialYear, readPeriod } from '../reading/period-text.ts';
import { cut, type Read } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import type { FoundColumn } from './columns.ts';
import { missing } from './missing-cell.ts';
import { readPastMonth } from './past-month.ts';
import { cellProblem, type RowReading, statement } from './row-reading.ts';
import {
  figureRule,
  type MeasuredAs,
  type MetricLookup,
  readDay,
  readLevel,
  readMetric,
  readName,
  readPlanKind,
  readText,
} from './tidy-cells.ts';

/** What the cells of a row say, each where it could be read. */
type Fields = {
  metric?: { id: string; measured: MeasuredAs };
  period?: Period;
  financialYear?: Period;
  trajectory?: string;
  kind?: PlanKind;
  level?: Level;
  edition?: string;
  publishedOn?: string;
  source?: string;
  note?: string;
};

export type TidyContext = {
  readonly role: FeedDefinition['role'];
  readonly thisMonth: Month;
  readonly lookup: MetricLookup;
};

/** Reads a row of a tidy feed: anything wrong costs the row; every problem of it is told. A row without value says nothing. */
export function readTidyRow(
  { row, cells, sheet }: Row,
  columns: readonly FoundColumn[],
  context: TidyContext,
): RowReading {
  const valueAt = columns.find(({ column }) => column.holds.kind === 'value');
  const text = cells[valueAt?.index ?? -1] ?? '';
  if (valueAt === undefined || text.trim() === '') return { kind: 'silent' };
  const fields: Fields = {};
  const problems: Problem[] = [];
  for (const found of columns) {
    const { column, index } = found;
    const cell = cells[index] ?? '';
    if (cell.trim() !== '') {
      const fault = take(fields, found, cell, context);
      if (fault !== undefined) problems.push(cellProblem(row, column.name, cell, fault));
    } else if (column.required) {
      problems.push(cellProblem(row, column.name, '', missing(column).fault));
    }
  }
  const rule = fields.metric && figureRule(fields.metric.measured, fields.level ?? 'la', context.lookup);
  const figure = rule && readFigure(text, rule);
  if (figure !== undefined && !figure.ok)
    problems.push(cellProblem(row, valueAt.column.name, text, figure.fault));
  const series = seriesOf(fields, context.role);
  if (problems.length > 0 || figure?.ok !== true || series === undefined || fields.period === undefined) {
    return { kind: 'rejected', problems };
  }
  const cell: CellValue = {
    ...figure.value,
    row,
    ...(sheet !== undefined && { sheet }),
    ...provenance(fields),
  };
  const said = statement({
    series,
    period: fields.period,
    cell,
    column: valueAt.column.name,
    text: cut(text),
  });
  return { kind: 'statements', statements: [said], problems: [], warnings: [] };
}

/** Reads one cell into its field; returns what is wrong with it. */
function take(fields: Fields, { column }: FoundColumn, text: string, context: TidyContext) {
  function set<Name extends keyof Fields>(name: Name, result: Read<Exclude<Fields[Name], undefined>>) {
    if (!result.ok) return result.fault;
    fields[name] = result.value;
    return undefined;
  }
  switch (column.holds.kind) {
    case 'metric':
      return set('metric', readMetric(text, context.lookup));
    case 'period':
      return set('period', readPeriod(text));
    case 'month':
      return set('period', readPastMonth(text, context.thisMonth));
    case 'financial-year':
      return set('financialYear', readFinancialYear(text));
    case 'trajectory':
      return set('trajectory', readName(text));
    case 'plan-kind':
      return set('kind', readPlanKind(text));
    case 'level':
      return set('level', readLevel(text));
    case 'edition':
      return set('edition', readName(text));
    case 'published-on':
      return set('publishedOn', readDay(text));
    case 'source':
      return set('source', readText(text));
    case 'note':
      return set('note', readText(text));
    case 'value':
    case 'figure':
    case 'update':
    case 'identity':
    case 'field':
    case 'open-data':
      return undefined;
  }
}

/** The series that a row speaks of; undefined while a field that names it is missing. */
function seriesOf(fields: Fields, role: FeedDefinition['role']): SeriesKey | undefined {
  if (fields.metric === undefined) return undefined;
  const metric = fields.metric.id;
  const dimensions = fields.financialYear === undefined ? {} : { financialYear: fields.financialYear };
  switch (role) {
    case 'actual':
      return { role, metric, dimensions };
    case 'plan': {
      const { trajectory, kind } = fields;
      return trajectory === undefined || kind === undefined
        ? undefined
        : { role, metric, dimensions, trajectory, kind };
    }
    case 'register':
      return undefined;
    case 'published': {
      const edition = fields.edition ?? fields.publishedOn ?? 'unspecified';
      return { role, metric, dimensions, level: fields.level ?? 'la', edition };
    }
  }
}

function provenance({
  publishedOn,
  source,
  note,
}: Fields): Pick<CellValue, 'publishedOn' | 'source' | 'note'> {
  return {
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
}
