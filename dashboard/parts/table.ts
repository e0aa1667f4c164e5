import { type Content, html } from '../dom/element.ts';

export type Column<Row> = {
  readonly heading: string;
  readonly cell: (row: Row) => Content;
  /** `own` is the council's own column: first and shaded. `row` names the row; `nation` is shaded lightly. */
  readonly kind?: 'row' | 'own' | 'number' | 'nation';
};

/** Stands in a cell that has nothing to say. */
export const NOTHING = '–';

/**
 * A table whose rows become cards on a narrow screen: each cell carries its heading, and the roles are written out
 * because browsers forget them when a table is laid out as anything else.
 */
export function table<Row>(
  caption: Content,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  name: string,
): HTMLTableElement {
  return html(
    'table',
    { role: 'table', class: `table ${name}` },
    html('caption', {}, caption),
    html(
      'thead',
      { role: 'rowgroup' },
      html(
        'tr',
        { role: 'row' },
        columns.map(({ heading, kind }) =>
          html('th', { role: 'columnheader', scope: 'col', class: kind }, heading),
        ),
      ),
    ),
    html(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) =>
        html(
          'tr',
          { role: 'row' },
          columns.map((column) => cellOf(column, row)),
        ),
      ),
    ),
  );
}

function cellOf<Row>({ heading, cell, kind }: Column<Row>, row: Row): HTMLTableCellElement {
  const content = cell(row);
  if (kind === 'row') return html('th', { role: 'rowheader', scope: 'row', class: 'row' }, content);
  // A card has no columns to keep in line, so it leaves out what has nothing to compare with.
  const names = [kind, content === NOTHING ? 'none' : undefined].filter((name) => name !== undefined);
  return html(
    'td',
    { role: 'cell', class: names.join(' ') || undefined, 'data-heading': heading },
    html('div', {}, content),
  );
}
