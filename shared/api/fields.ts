import * as z from 'zod';
import { itemSchema, unwrapped } from './csv/schema-columns.ts';
import { type Problem, problem } from './problem.ts';
import type { DescribedRoute } from './route.ts';

const MOST = 50;

export const fieldsParameter = z.string().meta({
  description:
    'Only these fields, `period,value`: of a list those of its items, else those of the answer; deeper ones with a point, `rating.reasons`. In CSV, columns',
});

type Selectable = Pick<DescribedRoute, 'method' | 'produces' | 'scopes' | 'response'>;

/** True of routes whose answer can be had with some of its fields only. */
export function takesFields({ method, produces, scopes, response }: Selectable): boolean {
  return method === 'GET' && produces === undefined && scopes !== null && response instanceof z.ZodObject;
}

/** The fields asked for, each once; a problem where nothing can be made of it. */
export function readFields(text: string): readonly string[] | Problem {
  const names = [...new Set(text.split(',').map((name) => name.trim()))];
  if (names.includes('')) return wrong('Name fields with commas between: period,value');
  return names.length > MOST ? wrong(`Name at most ${MOST} fields`) : names;
}

/** Why these fields cannot be had of what a schema describes. */
export function unknownFields(fields: readonly string[], response: z.core.$ZodType): Problem | undefined {
  const whole = itemSchema(response) ?? response;
  const unknown = fields.filter((name) => !holds(whole, name.split('.')));
  return unknown.length === 0 ? undefined : noSuch(unknown, namesOf(whole));
}

/** Why these columns cannot be had of a table. */
export function unknownColumns(fields: readonly string[], columns: readonly string[]): Problem | undefined {
  const unknown = fields.filter((name) => !columns.some((column) => isWithin(column, name)));
  return unknown.length === 0 ? undefined : noSuch(unknown, columns);
}

/** True of a column that is the field or lies in it. */
export function isWithin(column: string, field: string): boolean {
  return column === field || column.startsWith(`${field}.`);
}

/** An answer with these fields only: of a list its items have them, and what the list says beside them stays. */
export function withFields(body: unknown, fields: readonly string[], response: z.core.$ZodType): unknown {
  const paths = fields.map((name) => name.split('.'));
  if (itemSchema(response) === undefined) return picked(body, paths);
  return isObject(body) ? { ...body, items: picked(body['items'], paths) } : body;
}

/** Of lists each member is picked from; what is no object is left as it is. */
function picked(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((each: unknown) => picked(each, paths));
  if (!isObject(value)) return value;
  const below = Map.groupBy(paths, ([name = '']) => name);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const within = below.get(name);
      return within
        ? [
            [
              name,
              picked(
                each,
                within.map((path) => path.slice(1)),
              ),
            ],
          ]
        : [];
    }),
  );
}

function holds(schema: z.core.$ZodType, [name, ...deeper]: readonly string[]): boolean {
  const inner = unwrapped(schema);
  if (name === undefined) return true;
  if (inner instanceof z.ZodArray) return holds(inner.element, [name, ...deeper]);
  if (inner instanceof z.ZodRecord) return holds(inner.valueType, deeper);
  if (inner instanceof z.ZodUnion)
    return inner.options.some((option: z.core.$ZodType) => holds(option, [name, ...deeper]));
  if (!(inner instanceof z.ZodObject)) return false;
  const found = Object.hasOwn(inner.shape, name) ? inner.shape[name] : undefined;
  return found !== undefined && holds(found, deeper);
}

function namesOf(schema: z.core.$ZodType): readonly string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

function noSuch(unknown: readonly string[], known: readonly string[]): Problem {
  const named = unknown.map((name) => `"${name.slice(0, 40)}"`).join(', ');
  return wrong(`There is no ${named}. There are ${known.slice(0, 40).join(', ')}`);
}

function wrong(message: string): Problem {
  return problem(400, `Cannot give only these fields: ${message}.`, [{ field: 'fields', message }]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
