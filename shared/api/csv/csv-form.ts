import type { DescribedRoute, Form } from '../route.ts';
import type { CsvTable } from './csv-text.ts';
import { itemTable } from './item-table.ts';
import { itemSchema, schemaColumns } from './schema-columns.ts';

const CSV_TYPE = 'text/csv';

/** An answer as a table, made only when it is asked for. */
export function csvForm(table: () => CsvTable, headers: Form['headers'] = {}): Form {
  return { type: CSV_TYPE, headers, table };
}

type Described = Pick<DescribedRoute, 'method' | 'response' | 'forms'>;

/** The media types besides JSON in which a route answers: what it says, and CSV for every list. */
export function formTypes({ method, response, forms = [] }: Described): readonly string[] {
  const list = method === 'GET' && itemSchema(response) !== undefined;
  return list && !forms.includes(CSV_TYPE) ? [...forms, CSV_TYPE] : forms;
}

/** A list as a table of its items; undefined for what is no list, or makes its own table. */
export function listForm(
  route: Described,
  body: unknown,
  asked: { readonly path: string; readonly query: Readonly<Record<string, string>> },
): Form | undefined {
  const item = itemSchema(route.response);
  if (item === undefined || route.method !== 'GET' || route.forms?.includes(CSV_TYPE)) return undefined;
  const items = propertyOf(body, 'items');
  const rows: readonly unknown[] = Array.isArray(items) ? items : [];
  return csvForm(() => itemTable(schemaColumns(item), rows), nextLink(body, asked));
}

/** RFC 8288: a table has no place for the cursor of the next page, so its address stands in a header. */
export function nextLink(
  body: unknown,
  { path, query }: { readonly path: string; readonly query: Readonly<Record<string, string>> },
): Readonly<Record<string, string>> {
  const cursor = propertyOf(body, 'next');
  if (typeof cursor !== 'string') return {};
  return { link: `<${path}?${new URLSearchParams({ ...query, cursor })}>; rel="next"` };
}

function propertyOf(body: unknown, name: 'items' | 'next'): unknown {
  return typeof body === 'object' && body !== null && name in body ? Reflect.get(body, name) : undefined;
}
