import * as z from 'zod';
import { version } from '../version.ts';
import { formTypes } from './csv/csv-form.ts';
import { answerExamples, problemComponents, problemExamples, sentExamples } from './examples/described.ts';
import { type Examples, noExamples } from './examples/examples.ts';
import { fieldsParameter, takesFields } from './fields.ts';
import { problemSchema } from './problem.ts';
import type { DescribedRoute } from './route.ts';
import { groupOf, routeGroups } from './route-groups.ts';

type Json = { readonly [key: string]: unknown };

/** The OpenAPI 3.1 description of the routes, from the schemas that answer them, with the examples that there are. */
export function openApiDocument(
  routes: readonly DescribedRoute[],
  examples: Examples = noExamples,
): Json & { openapi: '3.1.0' } {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType): unknown => hoist(jsonSchema(schema), components);
  const problem = schemaOf(problemSchema);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api/v1${route.path}`;
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: operation(route, problem, schemaOf, examples),
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Bellwether',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: routeGroups.map(({ name, about }) => ({ name, description: about })),
    paths,
    components: {
      schemas: components,
      ...problemComponents(examples),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

const DESCRIPTION =
  'Figures about special educational needs support and its money in English councils: every figure with its history, forecast, rated with reasons. Rates are fractions 0–1, money is pounds; `value: null` with a `status` is a stated absence, never zero.';

function operation(
  route: DescribedRoute,
  problem: unknown,
  schemaOf: (schema: z.ZodType) => unknown,
  examples: Examples,
): Json {
  const refusals = route.scopes === null ? [400] : [400, 401, 403, 404, ...ownRefusals(route), 503];
  const answered = examples.routes[`${route.method} ${route.path}`];
  const main = route.produces ?? 'application/json';
  const forms = formTypes(route);
  return {
    tags: [groupOf(route.path)],
    summary: route.summary,
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[^a-z]+(.)?/gi, (_, next: string | undefined) => next?.toUpperCase() ?? '')}`,
    ...(route.scopes === null ? { security: [] } : { description: `Scopes: ${route.scopes.join(', ')}.` }),
    parameters: [
      ...parameters(route.params, 'path', schemaOf),
      ...parameters(route.query, 'query', schemaOf),
      ...(takesFields(route)
        ? [{ name: 'fields', in: 'query', required: false, schema: schemaOf(fieldsParameter) }]
        : []),
    ],
    ...(route.body !== undefined && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(route.body), ...sentExamples(answered) } },
      },
    }),
    ...(route.file !== undefined && {
      requestBody: {
        required: true,
        content: {
          // A body of bytes has no schema: OpenAPI 3.1, "Considerations for file uploads".
          'application/octet-stream': {},
          'application/json': { schema: schemaOf(route.file), ...sentExamples(answered) },
        },
      },
    }),
    responses: {
      [route.status]: {
        description: route.summary,
        headers: route.method === 'GET' ? { ETag: { schema: { type: 'string' } } } : {},
        content: {
          [main]: { schema: schemaOf(route.response), ...answerExamples(answered, main) },
          ...Object.fromEntries(forms.map((type) => [type, answerExamples(answered, type)])),
        },
      },
      ...(route.method === 'GET' && { 304: { description: 'Not modified' } }),
      ...Object.fromEntries(
        refusals.map((status) => [
          status,
          {
            description: 'Problem',
            content: {
              'application/problem+json': { schema: problem, ...problemExamples(examples, status) },
            },
          },
        ]),
      ),
    },
  };
}

function ownRefusals({ method, file, conflicts }: DescribedRoute): number[] {
  return [...(method === 'PUT' || conflicts ? [409] : []), ...(file === undefined ? [] : [413, 422])];
}

function parameters(
  schema: z.ZodType,
  place: 'path' | 'query',
  schemaOf: (schema: z.ZodType) => unknown,
): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  const { required } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries<z.ZodType>(schema.shape).map(([name, each]) => ({
    name,
    in: place,
    required: required?.includes(name) ?? false,
    ...exampleOf(each),
    schema: schemaOf(each),
  }));
}

/** What a parameter's description shows in backticks is an example of it. */
function exampleOf(schema: z.ZodType): { readonly example?: string } {
  const [, example] = /`([^`]+)`/.exec(schema.meta()?.description ?? '') ?? [];
  return example !== undefined && schema.safeParse(example).success ? { example } : {};
}

/** Schemas are described as they are sent: what parsing makes of them is our affair. */
function jsonSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }) as Json;
}

/** Moves the named definitions of a schema among the components, and points its references there. */
function hoist(schema: Json, components: Record<string, unknown>): unknown {
  const { $defs, $schema: _, ...rest } = schema;
  const definitions = ($defs ?? {}) as Record<string, Json>;
  for (const [name, { id: _id, ...definition }] of Object.entries(definitions))
    components[name] = pointed(definition);
  const { id, ...body } = rest;
  if (typeof id !== 'string') return pointed(rest);
  components[id] = pointed(body);
  return { $ref: `#/components/schemas/${id}` };
}

function pointed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(pointed);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) =>
      key === '$ref' && typeof value === 'string'
        ? [key, value.replace('#/$defs/', '#/components/schemas/')]
        : [key, pointed(value)],
    ),
  );
}
