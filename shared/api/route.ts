import type * as z from 'zod';
import type { Claims } from './authorise.ts';
import type { CsvTable } from './csv/csv-text.ts';
import type { Page } from './page.ts';
import type { ActionPorts, ApiPorts, ComputePorts, FilePorts } from './ports.ts';
import { invalid, notFound, type Problem, problem } from './problem.ts';

export type Scope = 'read' | 'upload' | 'operate' | 'read-small-numbers';

/**
 * The function that answers a route: `api` reads what is stored, `actions` writes, `compute` calculates, `files` reads
 * files. Each has rights of its own, and a long calculation never keeps a reader waiting.
 */
export type ServedBy = 'api' | 'actions' | 'compute' | 'files';

/** What a route's handler is given: everything parsed and allowed. */
export type Call<Params, Query, Ports> = {
  readonly params: Params;
  readonly query: Query;
  readonly caller: Claims;
  readonly ports: Ports;
  readonly content: Content;
};

/** What a request carries, and the media type that it says this is. Empty where it carries nothing. */
export type Content = { readonly bytes: Uint8Array; readonly type: string };

/** Another form of an answer than JSON, made only when it is asked for: a table, sent as CSV, or whatever it renders. */
export type Form = {
  readonly type: string;
  readonly headers?: Readonly<Record<string, string>>;
} & ({ readonly table: () => CsvTable } | { readonly render: () => Promise<string | Uint8Array> });

export type Reply<Body> =
  | {
      readonly kind: 'answer';
      readonly body: Body;
      readonly location?: string;
      readonly forms?: readonly Form[];
      /** The media type that the address asks for, whatever the `Accept` header says. */
      readonly as?: string | undefined;
    }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** What a route is to the outside: enough to match, authorise, document and wire it. */
export type DescribedRoute = {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below `/api/v1`, with parameters in braces. `{area}` is checked against the caller's areas. */
  readonly path: string;
  readonly summary: string;
  readonly servedBy: ServedBy;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  /** The JSON that the request must carry; absent where it carries none. */
  readonly body?: z.ZodType;
  /** The request carries a file as it is, or JSON of this shape with the file in it. */
  readonly file?: z.ZodType;
  readonly response: z.ZodType;
  /** Media types in which the answer can be had besides JSON; a list need not name CSV. */
  readonly forms?: readonly string[];
  /** The media type of an answer that is a text and no JSON. */
  readonly produces?: string;
  readonly status: 200 | 202;
  /** Whether somebody else may have been faster, or it may be too late: 409. Every PUT may. */
  readonly conflicts?: true;
  /** Scopes that the caller must have; null for the routes that hold no data and need no token. */
  readonly scopes: readonly Scope[] | null;
  readonly cacheControl: string;
};

/** A route as data: it is matched, authorised, validated, answered and documented from this one definition. */
export type Route<Ports = ApiPorts> = DescribedRoute & {
  /** Parses the raw parameters, query and body, then handles the call. */
  readonly answer: (raw: RawCall<Ports>) => Promise<Reply<unknown>>;
  /**
   * What the answer is made from, known before it is made: while this is the same for an address, so is the answer.
   * Undefined where only the answer itself can tell.
   */
  readonly stamp: (raw: RawCall<Ports>) => Promise<string | undefined>;
};

export type RawCall<Ports> = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly content: Content;
  readonly caller: Claims;
  readonly ports: Ports;
};

type Described<Params extends z.ZodType, Query extends z.ZodType, Response extends z.ZodType> = Omit<
  DescribedRoute,
  'params' | 'query' | 'body' | 'response' | 'status' | 'cacheControl' | 'servedBy'
> & {
  readonly params: Params;
  readonly query: Query;
  readonly response: Response;
  readonly status?: 202;
  readonly cacheControl?: string;
};

type Handle<Given, Response extends z.ZodType> = (
  call: Given,
) => Reply<z.input<Response>> | Promise<Reply<z.input<Response>>>;

/** Makes the maker of one function's routes; a handler's types follow from its schemas and its function. */
function routesOf<Ports>(servedBy: ServedBy) {
  return <Params extends z.ZodType, Query extends z.ZodType, Response extends z.ZodType>({
    handle,
    stamp,
    ...described
  }: Described<Params, Query, Response> & {
    readonly handle: Handle<Call<z.output<Params>, z.output<Query>, Ports>, Response>;
    readonly stamp?: (call: Call<z.output<Params>, z.output<Query>, Ports>) => Promise<string | undefined>;
  }): Route<Ports> => ({
    ...withDefaults(described, servedBy),
    async answer(raw) {
      const call = readCall(described, raw);
      return call.kind === 'problem' ? call : await handle(call.body);
    },
    async stamp(raw) {
      const call = stamp === undefined ? undefined : readCall(described, raw);
      return call?.kind === 'answer' ? await stamp?.(call.body) : undefined;
    },
  });
}

/** The same for routes whose requests carry JSON. */
function bodiedRoutesOf<Ports>(servedBy: ServedBy) {
  return <
    Params extends z.ZodType,
    Query extends z.ZodType,
    Body extends z.ZodType,
    Response extends z.ZodType,
  >({
    handle,
    ...described
  }: Described<Params, Query, Response> & {
    readonly body: Body;
    readonly handle: Handle<
      Call<z.output<Params>, z.output<Query>, Ports> & { readonly body: z.output<Body> },
      Response
    >;
  }): Route<Ports> => ({
    ...withDefaults(described, servedBy),
    body: described.body,
    async answer(raw) {
      const call = readCall(described, raw);
      if (call.kind === 'problem') return call;
      const given = readBody(described.body, raw.body);
      return given.kind === 'problem' ? given : await handle({ ...call.body, body: given.body });
    },
    stamp: () => Promise.resolve(undefined),
  });
}

/** Defines a view: it is answered from what is stored. */
export const route = routesOf<ApiPorts>('api');

/** Defines a write of a person or a machine. */
export const action = routesOf<ActionPorts>('actions');

/** Defines a write that says more than its address does. */
export const actionWithBody = bodiedRoutesOf<ActionPorts>('actions');

/** Defines an answer for which a file is read. */
export const fileReading = routesOf<FilePorts>('files');

/** Defines an answer that must be calculated. */
export const calculation = routesOf<ComputePorts>('compute');

/** Defines an answer that must be calculated from what the request carries. */
export const calculationWithBody = bodiedRoutesOf<ComputePorts>('compute');

function withDefaults<Params extends z.ZodType, Query extends z.ZodType, Response extends z.ZodType>(
  described: Described<Params, Query, Response>,
  servedBy: ServedBy,
) {
  return {
    status: 200,
    // Figures belong to the caller, and a new run must show at once: keep, but ask each time.
    cacheControl: 'private, no-cache',
    servedBy,
    ...described,
  } as const;
}

function readCall<Params extends z.ZodType, Query extends z.ZodType, Ports>(
  schemas: { readonly params: Params; readonly query: Query },
  { params, query, caller, ports, content }: RawCall<Ports>,
): Reply<Call<z.output<Params>, z.output<Query>, Ports>> {
  const named = schemas.params.safeParse(params);
  if (!named.success) return refused(notFound(named.error));
  const asked = schemas.query.safeParse(query);
  if (!asked.success) return refused(invalid('query', asked.error));
  return answer({ params: named.data, query: asked.data, caller, ports, content });
}

/** The JSON that a request carries, or why it is none of that shape. */
export function readBody<Body extends z.ZodType>(
  schema: Body,
  text: string | undefined,
): Reply<z.output<Body>> {
  if (text === undefined || text.trim() === '') {
    return refused(problem(400, 'Cannot take this request: it has no body. Send one as JSON.'));
  }
  const json = jsonOf(text);
  if (json === undefined) {
    return refused(problem(400, 'Cannot read the body: it is not JSON. Send one JSON object.'));
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? answer(parsed.data) : refused(invalid('body', parsed.error));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The usual reply. */
export function answer<Body>(body: Body): Reply<Body> {
  return { kind: 'answer', body };
}

/** The reply of a request that cannot be answered. */
export function refused(problem: Problem): Reply<never> {
  return { kind: 'problem', problem };
}

/** The reply of a list: its page, or why the page cannot be had. */
export function page<Item>(found: Page<Item> | Problem): Reply<Page<Item>> {
  return 'items' in found ? answer(found) : refused(found);
}
