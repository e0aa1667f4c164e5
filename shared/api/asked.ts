import { itemSchema } from './csv/schema-columns.ts';
import { type CursorPlace, openCursor, sealCursor } from './cursor.ts';
import { readFields, takesFields } from './fields.ts';
import { unknownCursor } from './page.ts';
import type { Problem } from './problem.ts';
import type { DescribedRoute, Reply } from './route.ts';

export type Answered = Extract<Reply<unknown>, { kind: 'answer' }>;

type Asked = {
  readonly query: Readonly<Record<string, string>>;
  readonly fields: readonly string[] | undefined;
};

/** What is asked of a route, once what all routes take alike has been read: the cursor of a list, and fields. */
export function readAsked(route: DescribedRoute, place: CursorPlace): Asked | Problem {
  const { fields: named, ...rest } = place.query;
  const selects = named !== undefined && takesFields(route);
  const fields = selects ? readFields(named) : undefined;
  if (fields !== undefined && 'status' in fields) return fields;
  const query = selects ? rest : place.query;
  const { cursor } = query;
  if (cursor === undefined || !isList(route)) return { query, fields };
  const opened = openCursor(cursor, place);
  return opened === undefined ? unknownCursor() : { query: { ...query, cursor: opened }, fields };
}

function isList({ method, response }: DescribedRoute): boolean {
  return method === 'GET' && itemSchema(response) !== undefined;
}

/** The cursor of the next page is bound to this list before anybody gets it. */
export function sealed(reply: Answered, route: DescribedRoute, place: CursorPlace): Answered {
  const { body } = reply;
  if (!isList(route) || typeof body !== 'object' || body === null || !('next' in body)) return reply;
  const { next } = body;
  return typeof next === 'string' ? { ...reply, body: { ...body, next: sealCursor(next, place) } } : reply;
}
