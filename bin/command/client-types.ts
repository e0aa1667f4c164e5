import * as z from 'zod';
import { type Schema, schemaSchema } from './json-schema.ts';

const answer = z.object({
  content: z.record(z.string(), z.object({ schema: schemaSchema.optional() })).optional(),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ responses: z.record(z.string(), answer) }))),
  components: z.object({ schemas: z.record(z.string(), schemaSchema) }),
});

const HEADER = `// Written by \`node bin/document-client.ts\` from the OpenAPI document. Do not edit: a test says when it is stale.
`;

/** What the product never takes for plain text, by the name of its schema. */
const BRANDED: Readonly<Record<string, string>> = { Period: 'Period' };

/**
 * The types of what the API answers, from its OpenAPI document: \`Schemas\` by their names, and \`Answers\` by method and
 * path below \`/api/v1\`. Types only: nothing of it is in what a browser loads.
 */
export function clientTypes(document: unknown): string {
  const { paths, components } = documentSchema.parse(document);
  const named = Object.entries(components.schemas)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, schema]) => `  readonly ${quoted(name)}: ${BRANDED[name] ?? typeOf(schema)};\n`);
  const answers = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { responses }]) => {
      const schema = (responses['200'] ?? responses['202'])?.content?.['application/json']?.schema;
      const name = quoted(`${method.toUpperCase()} ${path.replace('/api/v1', '')}`);
      return schema === undefined ? [] : [`  readonly ${name}: ${typeOf(schema)};\n`];
    }),
  );
  return `${HEADER}
import type { Period } from '../../shared/period/period.ts';

export type Schemas = {\n${named.join('')}};

export type Answers = {\n${answers.sort().join('')}};

/** The items of a list. */
export type Item<Route extends keyof Answers> = Answers[Route] extends { readonly items: readonly (infer Each)[] }
  ? Each
  : never;
`;
}

function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return `Schemas[${literal(schema.$ref.split('/').at(-1) ?? '')}]`;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(literal).join(' | ');
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice !== undefined) return [...new Set(choice.map(typeOf))].join(' | ');
  if (schema.allOf !== undefined) return schema.allOf.map((each) => `(${typeOf(each)})`).join(' & ');
  const types = [schema.type ?? 'unknown'].flat();
  return types.map((type) => ofType(type, schema)).join(' | ');
}

function ofType(type: string, schema: Schema): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${schema.items ? typeOf(schema.items) : 'unknown'})[]`;
    case 'object':
      return objectType(schema);
    default:
      return 'unknown';
  }
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, each]) => `readonly ${quoted(name)}${required.includes(name) ? '' : '?'}: ${typeOf(each)}`,
  );
  if (fields.length > 0) return `{ ${fields.join('; ')} }`;
  const values = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  return `Readonly<Record<string, ${values}>>`;
}

function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : literal(name);
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : JSON.stringify(value);
}
