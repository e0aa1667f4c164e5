import { describe, expect, test } from 'vitest';
import type { Schema } from '../../bin/command/json-schema.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { documentSchema, operationsOf } from './document.ts';
import { promised } from './promised.ts';

const document = documentSchema.parse(JSON.parse(JSON.stringify(openApiDocument(routes))));
const operations = operationsOf(document);

function operationOf(name: string) {
  const found = operations.find(({ method, path }) => `${method} ${path}` === name.replace(' ', ' /api/v1'));
  if (!found) throw new Error(`There is no ${name}`);
  return found;
}

/** Every schema that a schema may be: what it points to, each of its choices, and of a list its items. */
function mayBe(schema: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) {
    const found = document.components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    return found ? mayBe(found) : [];
  }
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...[...inner, ...(schema.items ? [schema.items] : [])].flatMap(mayBe)];
}

/** Whether a field is described, `points.value`: lists are gone into. */
function has(schema: Schema | undefined, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined) return true;
  return mayBe(schema ?? {}).some(({ properties }) => {
    const found = properties?.[first];
    return found !== undefined && has(found, rest);
  });
}

const missing = (schema: Schema | undefined, fields: string) =>
  fields.split(' ').filter((field) => field !== '' && !has(schema, field.split('.')));

describe.each(Object.entries(promised))('%s', (name, { query = '', body = '', answer = '', types = '' }) => {
  test('takes and answers what is promised of it', () => {
    const { parameters, requestBody, responses } = operationOf(name);
    const asked = parameters.flatMap((each) => (each.in === 'query' ? [each.name] : []));
    expect(query.split(' ').filter((each) => each !== '' && !asked.includes(each))).toEqual([]);
    expect(missing(requestBody?.content['application/json']?.schema, body)).toEqual([]);
    const [, { content = {} } = {}] = Object.entries(responses).find(([status]) => status < '300') ?? [];
    expect(missing(content['application/json']?.schema, answer)).toEqual([]);
    expect(types.split(' ').filter((type) => type !== '' && !(type in content))).toEqual([]);
  });
});

/** Reads that are not of data as it stood: what holds no data, a job of now, and what names its own days. */
const OF_NO_DAY = [
  '/health',
  '/openapi.json',
  '/feeds/{feed}/template',
  '/areas/{area}/recomputes/{id}',
  // `until` is the day as of which it answers.
  '/areas/{area}/changes',
].map((path) => `/api/v1${path}`);

test('every other read answers as of a day', () => {
  const without = operations
    .filter(({ method, parameters }) => method === 'GET' && !parameters.some(({ name }) => name === 'asOf'))
    .map(({ path }) => path);
  expect(without.toSorted()).toEqual(OF_NO_DAY.toSorted());
});

/** Lists that always come whole: the months of a span, the places of a council, groups of pupils, types of school. */
const WHOLE = ['localities', 'overlaps', 'replay', 'school-types'].map(
  (end) => `/api/v1/areas/{area}/${end}`,
);

const lists = operations.filter(({ method, responses }) => {
  const schema = responses['200']?.content?.['application/json']?.schema;
  return method === 'GET' && has(schema, ['items']) && has(schema, ['next']);
});

test('every other list has pages', () => {
  const whole = lists.filter(({ parameters }) => {
    const names = parameters.map(({ name }) => name);
    return !names.includes('limit') || !names.includes('cursor');
  });
  expect(whole.map(({ path }) => path).toSorted()).toEqual(WHOLE);
});

test('every list and every series is had as CSV', () => {
  const tables = [...lists, operationOf('GET /areas/{area}/series/{metric}')];
  expect(tables.filter(({ responses }) => !('text/csv' in (responses['200']?.content ?? {})))).toEqual([]);
});
