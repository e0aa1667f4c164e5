import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as z from 'zod';

/** A response of the API, already found to be what the OpenAPI document says of it. */
export type Described = { readonly status: number; readonly headers: Headers; readonly text: string };

const operationSchema = z.object({
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.unknown()).optional() })),
});
const documentSchema = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

export type DescribedApi = (path: string, init?: RequestInit) => Promise<Described>;

/**
 * A client that holds every response against the OpenAPI document: a described route, a described status, a body
 * that its schema allows. Throws with what differs. Routes that do not exist must answer 401 or 404 as a problem.
 */
export async function describedApi(origin: string): Promise<DescribedApi> {
  const document = documentSchema.parse(await (await fetch(`${origin}/api/v1/openapi.json`)).json());
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  // With some of its fields an answer is not all that its schema asks for; what it has is as described.
  ajv.addSchema(nothingRequired(document), 'some');
  const validators = new Map<string, ValidateFunction>();

  return async (path, init) => {
    const response = await fetch(`${origin}/api/v1${path}`, init);
    const text = await response.text();
    const method = (init?.method ?? 'GET').toLowerCase();
    const template = templateOf(Object.keys(document.paths), path);
    const problem = (what: string) =>
      new Error(`${method.toUpperCase()} ${path}: ${what}\n${text.slice(0, 2000)}`);
    const described = template === undefined ? undefined : document.paths[template]?.[method];
    if (!described) {
      if (![401, 404, 405].includes(response.status))
        throw problem(`answered ${response.status} for an undescribed route`);
      return { status: response.status, headers: response.headers, text };
    }
    if (!(String(response.status) in described.responses))
      throw problem(`answered ${response.status}, which is not described`);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    if (response.status !== 304) {
      const content = described.responses[response.status]?.content ?? {};
      if (!(type in content)) throw problem(`answered ${type}, which is not described`);
      if (!/json$/.test(type)) return { status: response.status, headers: response.headers, text };
      const pointer = [
        'paths',
        template ?? '',
        method,
        'responses',
        String(response.status),
        'content',
        type,
        'schema',
      ];
      const some = /[?&]fields=/.test(path) && response.ok;
      const ref = `${some ? 'some' : 'api'}#/${pointer.map(escapePointer).join('/')}`;
      const validate = validators.get(ref) ?? ajv.compile({ $ref: ref });
      validators.set(ref, validate);
      if (!validate(JSON.parse(text)))
        throw problem(`is not as described: ${ajv.errorsText(validate.errors)}`);
    }
    return { status: response.status, headers: response.headers, text };
  };
}

function templateOf(templates: readonly string[], path: string): string | undefined {
  const plain = `/api/v1${path.split('?')[0]}`;
  // OpenAPI: of two that fit, the one with fewer parameters goes before.
  return templates
    .filter((template) => new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(plain))
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
}

/** The same document whose objects may lack any of their properties. */
function nothingRequired(node: unknown): object {
  const spared = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(spared);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).filter(
      ([name, each]) => name !== 'required' || !Array.isArray(each),
    );
    return Object.fromEntries(entries.map(([name, each]) => [name, spared(each)]));
  };
  return { ...Object(spared(node)) };
}

function escapePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));
}
