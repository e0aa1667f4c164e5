import { type Content, html } from '../dom/element.ts';
import { NOT_PUBLISHED } from '../words/figure.ts';

export type Column<Row> = {
  readonly heading: string;
  readonly cell: (row: Row) => Content;
  /**
   * `own` is the council's own column: first and shaded. `row` names the row; `nation` is shaded lightly; `prose` holds
   * sentences, which take the whole width of a card.
   */
  readonly kind?: 'row' | 'own' | 'number' | 'nation' | 'prose';
  /** Set where it is worth knowing that no row has anything. */
  readonly stays?: true;
};

/** Stands in a cell that has nothing to say. */
export const NOTHING = '–';

/** What cells say of what has not come. */
const NOT_COME: ReadonlySet<string> = new Set([
  ...[NOTHING, NOT_PUBLISHED, 'number not published', 'no rating published'],
  ...['not given', 'not known', 'not scored'],
]);

/**
 * A table whose rows become cards on a narrow screen: each cell carries its heading, and the roles are written out
 * because browsers forget them when a table is laid out as anything else. A column of which no row has anything is
 * left out, and the caption says so.
 */
export function table<Row>(
  caption: Content,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  name: string,
): HTMLTableElement {
  const filled = columns.map((column) => ({ column, cells: rows.map((row) => cellOf(column, row)) }));
  const shown = filled.filter((each) => !isEmpty(each));
  const leftOut = filled.filter(isEmpty).map(({ column }) => column.heading);
  return html(
    'table',
    { role: 'table', class: `table ${name}` },
    html('caption', {}, caption, leftOutText(leftOut)),
    html(
      'thead',
      { role: 'rowgroup' },
      html(
        'tr',
        { role: 'row' },
        shown.map(({ column: { heading, kind } }) =>
          html('th', { role: 'columnheader', scope: 'col', class: kind }, heading),
        ),
      ),
    ),
    html(
      'tbody',
      { role: 'rowgroup' },
      rows.map((_, at) =>
        html(
          'tr',
          { role: 'row' },
          shown.map(({ cells }) => cells[at]),
        ),
      ),
    ),
  );
}

type Filled = {
  readonly column: Pick<Column<never>, 'kind' | 'stays'>;
  readonly cells: readonly HTMLTableCellElement[];
};

/** Whether no row has anything in a column; the one that names the rows, and the council's own, always stay. */
function isEmpty({ column: { kind, stays }, cells }: Filled): boolean {
  if (stays || kind === 'row' || kind === 'own' || cells.length === 0) return false;
  return cells.every(({ textContent }) => NOT_COME.has(textContent ?? ''));
}

function leftOutText(headings: readonly string[]): Content {
  if (headings.length === 0) return null;
  return html('span', { class: 'fine' }, `Left out because empty: ${headings.join(', ')}`);
}

function cellOf<Row>({ heading, cell, kind }: Column<Row>, row: Row): HTMLTableCellElement {
  const content = cell(row);
  if (kind === 'row') return html('th', { role: 'rowheader', scope: 'row', class: 'row' }, content);
  // A card has no columns to keep in line, so it leaves out what has nothing to compare with.
  const names = [kind, content === NOTHING ? 'none' : undefined].filter((each) => each !== undefined);
  return html(
    'td',
    { role: 'cell', class: names.join(' ') || undefined, 'data-heading': heading },
    html('div', {}, content),
  );
}
