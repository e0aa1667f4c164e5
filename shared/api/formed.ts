import { preferredType } from './accept.ts';
import type { Answered } from './asked.ts';
import { listForm } from './csv/csv-form.ts';
import { type CsvTable, csvText } from './csv/csv-text.ts';
import { isWithin, unknownColumns, unknownFields, withFields } from './fields.ts';
import type { Problem } from './problem.ts';
import type { ApiRequest } from './respond.ts';
import type { DescribedRoute } from './route.ts';

const JSON_TYPE = 'application/json';

type Formed = {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
};

/** The answer in the form that the caller likes best; of a route that has only one form, in that. */
export async function formOf(
  { body, forms: own = [], as }: Answered,
  route: DescribedRoute,
  request: Pick<ApiRequest, 'path' | 'query' | 'headers'>,
  fields: readonly string[] | undefined,
): Promise<Formed | Problem> {
  if (route.produces !== undefined && typeof body === 'string')
    return { body, headers: { 'content-type': `${route.produces}; charset=utf-8` } };
  const list = listForm(route, body, request);
  const forms = list === undefined ? own : [...own, list];
  const type = as ?? preferredType(request.headers['accept'], [JSON_TYPE, ...forms.map((form) => form.type)]);
  const form = forms.find((each) => each.type === type);
  if (form === undefined) return jsonOf(body, route, fields);
  if ('table' in form) {
    const table = form.table();
    const unknown = fields && unknownColumns(fields, table.columns);
    if (unknown) return unknown;
    const shown = fields === undefined ? table : withColumns(table, fields);
    return { body: csvText(shown), headers: { 'content-type': `${type}; charset=utf-8`, ...form.headers } };
  }
  const rendered = await form.render();
  const charset = typeof rendered === 'string' ? '; charset=utf-8' : '';
  return { body: rendered, headers: { 'content-type': `${type}${charset}`, ...form.headers } };
}

function jsonOf(
  body: unknown,
  { response }: DescribedRoute,
  fields: readonly string[] | undefined,
): Formed | Problem {
  const unknown = fields && unknownFields(fields, response);
  if (unknown) return unknown;
  const shown = fields === undefined ? body : withFields(body, fields, response);
  return { body: JSON.stringify(shown), headers: { 'content-type': `${JSON_TYPE}; charset=utf-8` } };
}

/** A table with the columns that are one of the fields or lie in one, in the order in which the fields are named. */
function withColumns({ columns, rows }: CsvTable, fields: readonly string[]): CsvTable {
  const places = [
    ...new Set(fields.flatMap((field) => columns.flatMap((name, at) => (isWithin(name, field) ? [at] : [])))),
  ];
  return {
    columns: places.map((at) => columns[at] ?? ''),
    rows: rows.map((row) => places.map((at) => row[at])),
  };
}
