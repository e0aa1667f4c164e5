import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { exampleRequests, namedRoutes } from '../../bin/command/examples/example-requests.ts';
import { exampleFolder } from '../../lib/api-page/example-folder.ts';
import { formTypes } from '../../shared/api/csv/csv-form.ts';
import { readExamples } from '../../shared/api/examples/examples.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { respond } from '../../shared/api/respond.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { doors } from './ask.ts';

const STALE = 'the examples are stale: run npm exec -- node bin/document-examples.ts';

const exampleSchema = z.union([
  z.object({ $ref: z.string() }),
  z.object({ externalValue: z.string() }),
  z.object({ value: z.unknown() }),
]);
const contentSchema = z.record(
  z.string(),
  z.object({ examples: z.record(z.string(), exampleSchema).default({}) }),
);
const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        requestBody: z.object({ content: contentSchema }).optional(),
        responses: z.record(z.string(), z.object({ content: contentSchema.default({}) })),
      }),
    ),
  ),
  components: z.object({ examples: z.record(z.string(), z.object({ value: z.unknown() })) }),
});

const stored = await readExamples();
const whole = JSON.parse(JSON.stringify(openApiDocument(routes, stored)));
const document = documentSchema.parse(whole);

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
// A note to the reader of the schema, not held against the text.
ajv.addFormat('base64', true);
ajv.addSchema(whole, 'api');

const keys = routes.map(({ method, path }) => `${method} ${path}`);

/** What is wrong with a value by the schema of a media type, at this place of the document. */
function faultOf(value: unknown, ...place: readonly string[]): string | undefined {
  const pointer = [...place, 'schema'].map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  const validate = ajv.compile({ $ref: `api#/${pointer.join('/')}` });
  return validate(value) ? undefined : `${place.join(' ')}: ${ajv.errorsText(validate.errors)}`;
}

/** Every media type of every answer and request of the document, with its place and its one example, if it has one. */
const described = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, { requestBody, responses }]) => {
    const of = ['paths', path, method];
    const parts = [
      { place: [...of, 'requestBody'], content: requestBody?.content ?? {} },
      ...Object.entries(responses).map(([status, { content }]) => ({
        place: [...of, 'responses', status],
        content,
      })),
    ];
    return parts.flatMap(({ place, content }) =>
      Object.entries(content).map(([type, { examples }]) => ({
        ...{ type, place: [...place, 'content', type] },
        values: Object.values(examples).map((example) =>
          '$ref' in example
            ? document.components.examples[example.$ref.split('/').at(-1) ?? '']?.value
            : 'externalValue' in example
              ? example.externalValue
              : example.value,
        ),
      })),
    );
  }),
);

describe('the description shows what really was answered', () => {
  test('all that is sent, answered or refused has an example, in every form', () => {
    const shown = described.filter(({ type }) => type !== 'application/octet-stream');
    expect(shown.length).toBeGreaterThan(routes.length * 4);
    const without = shown.filter(({ values }) => values.length === 0 || values.includes(undefined));
    expect(
      without.map(({ place }) => place.join(' ')),
      STALE,
    ).toEqual([]);
  });

  test('each example is what the schema beside it says', () => {
    const json = described.filter(({ type }) => /json$/.test(type));
    const faults = json.flatMap(({ place, values }) => values.map((value) => faultOf(value, ...place)));
    expect(
      faults.filter((fault) => fault !== undefined),
      STALE,
    ).toEqual([]);
  });

  test('a page, a workbook or a document is a file, of that sort', async () => {
    const BEGINNINGS: Readonly<Record<string, RegExp>> = {
      html: /^<!doctype html>/i,
      xlsx: /^PK[\s\S]*xl\/workbook\.xml/,
      docx: /^PK[\s\S]*word\/document\.xml/,
    };
    const shown = described.flatMap(({ type, values }) =>
      values.flatMap((value) => (/html|officedocument/.test(type) ? String(value) : [])),
    );
    const files = await readdir(exampleFolder);
    expect(files.map((file) => `/examples/${file}`).toSorted(), STALE).toEqual(shown.toSorted());
    for (const file of files) {
      const text = await readFile(join(exampleFolder, file), 'latin1');
      expect(text).toMatch(BEGINNINGS[file.split('.').at(-1) ?? ''] ?? /never/);
    }
  });

  test('the refusal that is shown for a status has that status', () => {
    for (const [status, value] of Object.entries(stored.problems))
      expect(value).toMatchObject({ status: Number(status) });
  });

  test('a table has a header and at most two rows, each as long as the header', () => {
    for (const { type, values, place } of described)
      for (const text of type === 'text/csv' ? values : []) {
        const rows = String(text)
          .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
          .filter((row) => row !== '');
        expect(rows.length, place.join(' ')).toBeLessThanOrEqual(3);
        const cells = rows.map((row) => row.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length);
        expect(new Set(cells).size, place.join(' ')).toBe(1);
      }
  });

  test('it is still OpenAPI 3.1 to a validator that is not ours', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(whole)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test('it is this description that the API answers', async () => {
    const request = { method: 'GET', path: '/api/v1/openapi.json', query: {}, headers: {} };
    const { body } = await respond(request, calculations, doors().ports);
    expect(Object.keys(documentSchema.parse(JSON.parse(body)).components.examples)).toEqual(
      Object.keys(stored.problems).map((status) => `problem-${status}`),
    );
  });
});

describe('the command asks', () => {
  test('every route once, and names none that there is not', () => {
    const asked = exampleRequests(routes).map(({ of }) => of);
    expect(asked.toSorted()).toEqual(keys.toSorted());
    expect(namedRoutes.filter((name) => !keys.includes(name))).toEqual([]);
    expect(
      Object.keys(stored.routes).filter((name) => !keys.includes(name)),
      STALE,
    ).toEqual([]);
  });

  test('at an address of the route, with no hole left in it', () => {
    for (const [name, { asked }] of Object.entries(stored.routes)) {
      const pattern = (name.split(' ')[1] ?? '').replace(/\{\w+\}/g, '[^/{}]+');
      expect(asked).toMatch(new RegExp(`^/api/v1${pattern}(\\?.*)?$`));
    }
  });

  test('for something with an id only after what names one', () => {
    const requests = exampleRequests(routes);
    const turn = new Map(requests.map(({ of }, index) => [of, index]));
    for (const { of, path, idOf } of requests) {
      expect(path.includes('{id}'), of).toBe(idOf !== undefined);
      if (idOf !== undefined) expect(turn.get(idOf), of).toBeLessThan(turn.get(of) ?? -1);
    }
  });

  test('for every table that there is', () => {
    const tables = routes.filter((route) => route.method === 'GET' && formTypes(route).includes('text/csv'));
    expect(tables.length).toBeGreaterThan(20);
    for (const { method, path } of tables)
      expect(stored.routes[`${method} ${path}`]?.answers, STALE).toHaveProperty('text/csv');
  });
});
