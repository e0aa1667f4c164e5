import * as z from 'zod';
import { formTypes } from '../../../shared/api/csv/csv-form.ts';
import type { Examples } from '../../../shared/api/examples/examples.ts';
import type { DescribedRoute } from '../../../shared/api/route.ts';
import { type ExampleRequest, exampleRequests } from './example-requests.ts';
import { shortened, shortenedCsv } from './shortened.ts';

/** What was answered to a request, addresses of this start put right. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly bytes: Uint8Array;
};

export type Asking = {
  /** Asks with the rights to everything; what a write sets off is done when it resolves. */
  readonly ask: (method: string, path: string, accept: string, body?: unknown) => Promise<Answer>;
  /** Asks with this Authorization header, or with none. */
  readonly askAs: (authorization: string | undefined, path: string) => Promise<Answer>;
};

/** Of an answer that is about everything, what shows its form: the description of the API is long enough once. */
const only: Readonly<Record<string, readonly string[]>> = {
  'GET /openapi.json': ['openapi', 'info', 'servers', 'security'],
};

export type Collected = {
  readonly routes: Examples['routes'];
  /** Answers that are files, by name. */
  readonly files: ReadonlyMap<string, Uint8Array>;
};

/** Asks each route once in each form, in the order that the requests need. Throws when one is refused. */
export async function collectExamples(
  routes: readonly DescribedRoute[],
  { ask }: Pick<Asking, 'ask'>,
): Promise<Collected> {
  const files = new Map<string, Uint8Array>();
  const whole = new Map<string, unknown>();
  const found: Examples['routes'] = {};
  for (const request of exampleRequests(routes)) {
    const { of, method, body } = request;
    const path = addressOf(request, whole);
    const route = routes.find((each) => `${each.method} ${each.path}` === of);
    const answers: Examples['routes'][string]['answers'] = {};
    const named: Record<string, string> = {};
    for (const type of route === undefined ? [] : formsOf(route)) {
      const { status, type: got, text, bytes } = await ask(method, path, type, body);
      if (status !== route?.status || got !== type)
        throw new Error(`${method} ${path} answered ${status} ${got}, not ${route?.status} ${type}: ${text}`);
      const file = fileOf(of, type);
      if (file !== undefined) {
        named[type] = file;
        files.set(file, bytes);
      } else if (type !== 'application/json') answers[type] = shortenedCsv(text);
      else {
        const json = z.json().parse(JSON.parse(text));
        whole.set(of, json);
        answers[type] = shortened(picked(json, only[of]));
      }
    }
    found[of] = {
      ...{ asked: path, ...(body !== undefined && { sent: z.json().parse(body) }), answers },
      ...(Object.keys(named).length > 0 && { files: named }),
    };
  }
  const sorted = Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1));
  return { routes: Object.fromEntries(sorted), files };
}

/** JSON or a text first; a write that is more than a question has no other form. */
function formsOf(route: DescribedRoute): readonly string[] {
  return [route.produces ?? 'application/json', ...formTypes(route)];
}

/** Pages and workbooks stand beside the description as files. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** `GET /areas/{area}/monitoring-report` as a page → `get-areas-monitoring-report.html`. */
function fileOf(route: string, type: string): string | undefined {
  const ending = ENDINGS[type];
  const name = route.toLowerCase().replace(/\/\{\w+\}/g, '');
  return ending === undefined ? undefined : `${name.replace(/[^a-z]+/g, '-')}.${ending}`;
}

const namingSchema = z.union([
  z
    .object({ items: z.tuple([z.object({ id: z.string() })], z.unknown()) })
    .transform(({ items }) => items[0].id),
  z.object({ id: z.string() }).transform(({ id }) => id),
]);

function addressOf({ path, idOf }: ExampleRequest, whole: ReadonlyMap<string, unknown>): string {
  return idOf === undefined
    ? path
    : path.replace('{id}', encodeURIComponent(namingSchema.parse(whole.get(idOf))));
}

function picked(json: z.infer<ReturnType<typeof z.json>>, names: readonly string[] | undefined) {
  if (names === undefined || typeof json !== 'object' || json === null || Array.isArray(json)) return json;
  return Object.fromEntries(Object.entries(json).filter(([name]) => names.includes(name)));
}
