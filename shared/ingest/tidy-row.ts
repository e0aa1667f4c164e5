import type { FeedDefinition } from '../catalogue/feeds/feed.ts';
import type { CellValue } from '../facts/cell.ts';
import type { Problem } from '../facts/drop.ts';
import type { FigureRule } from '../reading/figure.ts';
import { cut, type Read, read } from '../reading/problem.ts';
import type { Row } from '../reading/row-event.ts';
import type { FoundColumn } from './columns.ts';
import { missing } from './missing-cell.ts';
import { type RowPlace, rowPlace } from './row-place.ts';
import { cellProblem, type RowReading, statement } from './row-reading.ts';
import { figureRule } from './tidy-cells.ts';
import { type FieldContext, type TidyFields, takeField } from './tidy-fields.ts';
import { type NamedCell, readTidyFigure } from './tidy-figure.ts';
import { namesMetrics, seriesOf } from './tidy-series.ts';

export type TidyContext = FieldContext & {
  readonly feed: FeedDefinition;
  /** The folder of the file: a council's code or `_shared`. */
  readonly area: string;
};

/** Pupils are counted one by one, whatever the level. */
const PUPILS: FigureRule = { unit: 'count', whole: true, min: 0 };

/** Reads a row of a tidy feed: anything wrong costs the row; every problem of it is told. A row without figure says nothing. */
export function readTidyRow(
  { row, cells, sheet }: Row,
  columns: readonly FoundColumn[],
  context: TidyContext,
): RowReading {
  const cellOf = (kind: 'value' | 'numerator' | 'denominator'): NamedCell => {
    const found = columns.find(({ column }) => column.holds.kind === kind);
    return { name: found?.column.name ?? kind, text: cells[found?.index ?? -1] ?? '' };
  };
  const figures = {
    value: cellOf('value'),
    numerator: cellOf('numerator'),
    denominator: cellOf('denominator'),
    fewest: fewestOf(context.feed),
  };
  const { value, numerator, denominator } = figures;
  if ([value, numerator, denominator].every(({ text }) => text.trim() === '')) return { kind: 'silent' };
  const fields: TidyFields = { breakdowns: {} };
  const problems: Problem[] = [];
  for (const found of columns) {
    const { column, index } = found;
    const cell = cells[index] ?? '';
    const fault =
      cell.trim() !== ''
        ? takeField(fields, found, cell, context)
        : column.required
          ? missing(column).fault
          : undefined;
    if (fault !== undefined) problems.push(cellProblem(row, column.name, cell, fault));
  }
  const place: Read<RowPlace> = context.feed.shared
    ? rowPlace(fields, context.area)
    : read({ level: fields.level ?? 'la' });
  // An area that could not be read has been told already.
  if (!place.ok && !problems.some(({ column }) => column === 'area')) {
    problems.push(cellProblem(row, 'area', fields.area ?? '', place.fault));
  }
  const rule = ruleOf(fields, context);
  const figure = rule && readTidyFigure(row, figures, rule);
  if (figure !== undefined && !figure.ok) problems.push(...figure.problems);
  const series = place.ok ? seriesOf(fields, place.value, context.feed) : undefined;
  const { period } = fields;
  if (problems.length > 0 || !place.ok || figure?.ok !== true || !series || period === undefined) {
    return { kind: 'rejected', problems };
  }
  const provisional = fields.provisional === true && figure.value.value !== null;
  const cell: CellValue = {
    ...figure.value,
    ...(provisional && { status: 'provisional' }),
    row,
    ...(sheet !== undefined && { sheet }),
    ...provenance(fields),
  };
  const counted = numerator.text.trim() !== '';
  const told = `${value.text.trim()}${counted ? ` (${numerator.text.trim()} of ${denominator.text.trim()})` : ''}`;
  const said = statement({
    ...(place.value.place !== undefined && { place: place.value.place }),
    ...{ series, period, cell, column: value.name, text: cut(told.trim()) },
  });
  return { kind: 'statements', statements: [said], problems: [], warnings: [] };
}

/** What the figure may be; undefined while its metric is not known. */
function ruleOf({ metric, level }: TidyFields, { feed, lookup }: TidyContext): FigureRule | undefined {
  if (metric !== undefined) return figureRule(metric.measured, level ?? 'la', lookup);
  return namesMetrics(feed) ? undefined : PUPILS;
}

function provenance({
  publishedOn,
  source,
  note,
}: TidyFields): Pick<CellValue, 'publishedOn' | 'source' | 'note'> {
  return {
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(source === undefined ? {} : { source }),
    ...(note === undefined ? {} : { note }),
  };
}

/** How many pupils a figure of the feed is about at least. */
function fewestOf({ columns }: FeedDefinition): number {
  return columns.reduce(
    (fewest, { holds }) => (holds.kind === 'denominator' ? (holds.atLeast ?? fewest) : fewest),
    0,
  );
}
