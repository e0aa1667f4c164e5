import { columnLetters } from '../../../shared/report/place-text.ts';
import type { Feed, Headings } from '../../api/mappings.ts';
import type { Report } from '../../api/try-file.ts';
import { type Content, html } from '../../dom/element.ts';
import { counted } from '../../words/counted.ts';
import { table } from '../table.ts';

type FileColumn = NonNullable<Report['header']>['columns'][number];

/** How a reader says what a heading is; `own` are the headings that are already said to be something. */
export type Saying = {
  readonly own: Headings;
  /** Unlike every other in the document: ids of fields begin with it. */
  readonly id: string;
  /** A column of the feed; null: it is not to be read. */
  readonly say: (heading: string, column: string | null) => void;
};

/**
 * Which heading of a file was taken for what. A heading that the feed does not know, or that the council has said
 * something of, can be said to be another column where `saying` is given.
 */
export function columnsUnderstood(
  { header, feed: id }: Report,
  feed: Feed | undefined,
  saying: Saying | undefined,
): Content {
  if (header === undefined || header.columns.length === 0) return null;
  const unknown = header.columns.filter(({ name }) => name === null).length;
  const read = header.columns.length - unknown;
  const asked = unknown > 0 && saying !== undefined;
  return html(
    'details',
    asked ? { open: '' } : {},
    html(
      'summary',
      {},
      `How its columns were understood: ${counted(read, 'column')} read${unknown === 0 ? '' : `, ${unknown} not`}`,
    ),
    asked
      ? html(
          'p',
          {},
          'A column that is not read can be one that is known by another name: say which, and the file is checked again.',
        )
      : null,
    table(
      `The headings stand in row ${header.row}`,
      [
        { heading: 'Column', kind: 'row', cell: ({ place }: FileColumn) => columnLetters(place) },
        { heading: 'Your heading', cell: ({ heading }) => heading },
        {
          heading: 'Read as',
          cell: (column) =>
            saying !== undefined && mayBeSaid(column, saying)
              ? choice(column, feed, header.columns, saying)
              : readAs(column, feed, id),
        },
      ],
      header.columns,
      'table-columns table-cards',
    ),
  );
}

/** A heading that was cut cannot be told again. */
function mayBeSaid({ name, heading }: FileColumn, { own }: Saying): boolean {
  return !heading.endsWith('…') && (name === null || heading in own);
}

function readAs({ name }: FileColumn, feed: Feed | undefined, id: string): Content {
  if (name === null) return html('span', { class: 'fine' }, 'Not read');
  const meaning = feed?.columns.find((column) => column.name === name)?.meaning ?? `${name} of ${id}`;
  return [meaning, html('span', { class: 'fine' }, name)];
}

function choice(
  { name, heading, place }: FileColumn,
  feed: Feed | undefined,
  all: readonly FileColumn[],
  { id, say }: Saying,
): Content {
  const free = feed?.columns.filter(
    (column) => column.name === name || !all.some((one) => one.name === column.name),
  );
  const field = `${id}-column-${place}`;
  const select = html(
    'select',
    { id: field },
    html('option', { value: '' }, 'Not read'),
    free?.map((column) =>
      html(
        'option',
        { value: column.name, selected: column.name === name ? '' : undefined },
        `${column.name}: ${column.meaning}`,
      ),
    ),
  );
  select.addEventListener('change', () => say(heading, select.value === '' ? null : select.value));
  return [html('label', { class: 'hidden-text', for: field }, `Read “${heading}” as`), select];
}
