import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { clientTypes } from '../../bin/command/client-types.ts';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes/routes.ts';

test('the types of the pages are those of the document', async () => {
  const there = await readFile('dashboard/api/described.ts', 'utf8');
  expect(
    there === clientTypes(openApiDocument(routes)),
    'dashboard/api/described.ts is stale: run npm exec -- node bin/document-client.ts',
  ).toBe(true);
});

test('a schema becomes the type of what it allows', () => {
  const answered = (schema: object) =>
    clientTypes({
      paths: {
        '/api/v1/a': { get: { responses: { 200: { content: { 'application/json': { schema } } } } } },
      },
      components: { schemas: {} },
    });
  const object = {
    ...{ type: 'object', required: ['a'], additionalProperties: false },
    properties: { a: { $ref: '#/components/schemas/Some-Thing' }, b: { enum: ["it's", null] } },
  };
  expect(answered(object)).toContain(
    "readonly 'GET /a': { readonly a: Schemas['Some-Thing']; readonly b?: 'it\\'s' | null };",
  );
  expect(answered({ type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'null' }] } })).toContain(
    'readonly (number | null)[]',
  );
  expect(answered({ type: 'object', additionalProperties: { type: ['string', 'null'] } })).toContain(
    'Readonly<Record<string, string | null>>',
  );
});
