import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from '../../bin/command/json-schema.ts';
import type { Document, Operation, Parameter } from './document.ts';
import { valuesOf } from './schema-values.ts';

/** A request, and whether it keeps to the document. What keeps to it may still name what there is not. */
export type Asked = {
  readonly sort: 'as described' | 'wrong';
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};

const AREA = 'E06000054';

/** Things that there are in the sample, and days around which something happens, by the parameter's name. */
const THERE: Readonly<Record<string, readonly string[]>> = {
  area: [AREA],
  metric: [
    'ehcp.active',
    'inmss.share.r12',
    'dsg.in-year-balance',
    'ehcp.requests',
    'ks2.rwm',
    'places.planned',
  ],
  asOf: ['2024-12-20', '2025-01-09', '2024-09-30'],
  since: ['2025-01-08', '2025-01-09'],
  until: ['2025-01-09'],
  from: ['2024-11', '2024-12'],
  to: ['2024-12', '2025-01'],
  key: [`${AREA}/send-monthly/2023.csv`],
  year: ['AY2023', 'AY2022'],
  names: ['half-term'],
  filename: ['2025-02.csv'],
  knownAt: ['2025-01-08'],
  stage: ['ks2', 'ks4'],
};

/** What breaks readers of parameters, paths and bodies. After the big list of naughty strings, shortened. */
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\u202e',
  '😀',
  '%',
  '%00',
  '%2e%2e%2f',
  '..',
  '../..',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e999',
  '1.5',
  '201',
  '9'.repeat(40),
  '[]',
  '{}',
  "' OR 1=1 --",
  '<script>',
  '=1+1',
  '2024-13',
  '2024-02-30',
  '0000-00-00',
  '9999-12-31',
  '2025-01-10',
  'FY',
  'AY99999',
  '*',
  ',',
  ',,a',
  'x'.repeat(300),
  '\ud800',
  'ａ',
  'E06000054 ',
  'e06000054',
  'E10000027',
  'AREA#E06000054',
];

/** Requests of one operation that keep to the document, and requests that do not. */
export function requestsOf(
  operation: Operation,
  document: Document,
): Record<Asked['sort'], Arbitrary<Asked>> {
  const resolve = (ref: string): Schema => {
    const found = document.components.schemas[ref.split('/').at(-1) ?? ''];
    if (found === undefined) throw new Error(`The document has no ${ref}`);
    return found;
  };
  const { method, path, parameters } = operation;
  const sentFor = (parameter: Parameter): Arbitrary<string> => {
    const there = THERE[parameter.name];
    const allowed = valuesOf(parameter.schema, resolve).map(String);
    const usual = parameter.example === undefined ? [] : [parameter.example];
    if (parameter.name === 'format' || parameter.schema.enum) return allowed;
    if (parameter.name === 'fields') return fc.constantFrom(...fieldsOf(operation, resolve));
    if (parameter.name === 'cursor') return fc.constantFrom('bm90aGluZw', 'YQ.AAAAAAAAAAAAAAAAAAAAAA');
    return there ? fc.constantFrom(...there) : usual.length > 0 ? fc.constantFrom(...usual) : allowed;
  };
  const inPath = fc.record(
    Object.fromEntries(
      parameters.filter((each) => each.in === 'path').map((each) => [each.name, sentFor(each)]),
    ),
  );
  const asked = parameters.filter((each) => each.in === 'query');
  const inQuery = fc.record(Object.fromEntries(asked.map((each) => [each.name, sentFor(each)])), {
    requiredKeys: asked.filter(({ required }) => required).map(({ name }) => name),
  });
  const json = operation.requestBody?.content['application/json']?.schema;
  const body = json ? valuesOf(json, resolve).map((value) => JSON.stringify(value)) : fc.constant(undefined);
  const headers = fc.record(
    {
      accept: fc.constantFrom(
        'application/json',
        'text/csv',
        '*/*',
        'text/html;q=0.1, application/json',
        'nonsense',
      ),
      'if-none-match': fc.constantFrom('"nothing"', 'W/"x", "y"', ''),
      'accept-encoding': fc.constantFrom('gzip', 'identity', 'br'),
    },
    { requiredKeys: [] },
  );
  const described = fc.record({ inPath, inQuery, body, headers }).map(
    (given): Asked => ({
      sort: 'as described',
      method,
      path: addressOf(path, given.inPath, given.inQuery),
      headers: typed(given.headers, given.body),
      ...(given.body !== undefined && { body: given.body }),
    }),
  );
  const nasty = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }));
  const names = [...asked.map(({ name }) => name), 'nothing', '__proto__', 'limit', 'fields'];
  const wrongQuery = fc
    .record({ inPath, inQuery, name: fc.constantFrom(...names), value: nasty })
    .map(({ inPath: at, inQuery: usual, name, value }) => addressOf(path, at, { ...usual, [name]: value }));
  const holes = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const wrongPath =
    holes.length === 0
      ? wrongQuery
      : fc
          .record({ inPath, inQuery, hole: fc.constantFrom(...holes), value: nasty })
          .map(({ inPath: at, inQuery: usual, hole, value }) =>
            addressOf(path, { ...at, [hole]: value }, usual),
          );
  const wrongBody = fc.oneof(
    ...[
      undefined,
      '',
      '{',
      '[]',
      'null',
      '"text"',
      '{"__proto__":{"a":1}}',
      '{"constructor":1}',
      '['.repeat(5000),
    ].map((each) => fc.constant(each)),
    fc.json({ maxDepth: 4 }),
    body.chain((text) => fc.record({ text: fc.constant(text ?? '{}'), nasty }).map(spoilt)),
  );
  const wrong = fc
    .record({
      path: fc.oneof(wrongQuery, wrongPath),
      method: fc.oneof(
        { weight: 20, arbitrary: fc.constant(method) },
        { weight: 1, arbitrary: fc.constantFrom('DELETE', 'PATCH') },
      ),
      body: operation.requestBody ? wrongBody : fc.constant(undefined),
      headers,
    })
    .map(
      ({ body: text, ...rest }): Asked => ({
        ...rest,
        ...{ sort: 'wrong', headers: typed(rest.headers, text) },
        ...(text !== undefined && rest.method !== 'GET' && { body: text }),
      }),
    );
  return { 'as described': described, wrong };
}

/** A described body with one value changed, or one more. */
function spoilt({ text, nasty }: { readonly text: string; readonly nasty: string }): string {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return JSON.stringify(nasty);
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : nasty.length % entries.length;
  return JSON.stringify({
    ...Object.fromEntries(entries.map(([name, each], index) => [name, index === at ? nasty : each])),
    ...(entries.length % 2 === 0 && { nothing: nasty }),
  });
}

function typed(headers: Readonly<Record<string, string>>, body: string | undefined): Record<string, string> {
  return body === undefined ? { ...headers } : { ...headers, 'content-type': 'application/json' };
}

function addressOf(
  path: string,
  params: Readonly<Record<string, unknown>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => inPathOf(String(params[name])));
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  if (given.length === 0) return filled;
  return `${filled}?${given.map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`).join('&')}`;
}

/** A client takes `.` and `..` for steps along the path, however they are written; that is tried elsewhere. */
function inPathOf(text: string): string {
  return /^\.{1,2}$/.test(text) ? '...' : encoded(text);
}

/** Half a surrogate cannot be written into an address: it is sent as the mark for it. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** Field names that the operation's answer has. */
function fieldsOf({ responses }: Operation, resolve: (ref: string) => Schema): readonly string[] {
  const schema = responses['200']?.content?.['application/json']?.schema;
  const whole = schema?.$ref === undefined ? schema : resolve(schema.$ref);
  const items = whole?.properties?.['items']?.items;
  const item = items?.$ref === undefined ? items : resolve(items.$ref);
  const names = Object.keys((item ?? whole)?.properties ?? {});
  return names.length === 0
    ? ['nothing']
    : [names.slice(0, 1).join(), names.slice(0, 3).join(), names.join()];
}
