import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from '../../shared/api/openapi.ts';
import { routes } from '../../shared/api/routes/routes.ts';

const document = openApiDocument(routes);

test('the document is OpenAPI 3.1 to a validator that is not ours', async () => {
  // As it is sent: the validator resolves references in place.
  const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
});

test('every reference leads somewhere, and no operation has another’s name', () => {
  const text = JSON.stringify(document);
  const names = new Set(Object.keys(Object(document['components']).schemas));
  const wanted = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  );
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  const operations = [...text.matchAll(/"operationId":"([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(operations).size).toBe(operations.length);
  expect(operations).toHaveLength(routes.length);
});
