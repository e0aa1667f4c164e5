import type * as z from 'zod';
import type { Claims } from './authorise.ts';
import type { Page } from './page.ts';
import type { ApiPorts } from './ports.ts';
import { invalid, notFound, type Problem } from './problem.ts';

export type Scope = 'read' | 'upload' | 'operate' | 'read-small-numbers';

/** What a route's handler is given: everything parsed and allowed. */
export type Call<Params, Query> = {
  readonly params: Params;
  readonly query: Query;
  readonly caller: Claims;
  readonly ports: ApiPorts;
};

export type Reply<Body> =
  | { readonly kind: 'answer'; readonly body: Body; readonly location?: string }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** A route as data: it is matched, authorised, validated, answered and documented from this one definition. */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1`, with parameters in braces. `{area}` is checked against the caller's areas. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodType;
  readonly query: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 202;
  /** Scopes that the caller must have; null for the routes that hold no data and need no token. */
  readonly scopes: readonly Scope[] | null;
  readonly cacheControl: string;
  /** Parses the raw parameters and query, then handles the call. */
  readonly answer: (raw: RawCall) => Promise<Reply<unknown>>;
};

export type RawCall = {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly caller: Claims;
  readonly ports: ApiPorts;
};

type Definition<Params extends z.ZodType, Query extends z.ZodType, Response extends z.ZodType> = Omit<
  Route,
  'params' | 'query' | 'response' | 'answer' | 'status' | 'cacheControl'
> & {
  readonly params: Params;
  readonly query: Query;
  readonly response: Response;
  readonly status?: 202;
  readonly cacheControl?: string;
  readonly handle: (
    call: Call<z.output<Params>, z.output<Query>>,
  ) => Reply<z.input<Response>> | Promise<Reply<z.input<Response>>>;
};

/** Defines a route; the handler's types follow from its schemas. */
export function route<Params extends z.ZodType, Query extends z.ZodType, Response extends z.ZodType>(
  definition: Definition<Params, Query, Response>,
): Route {
  const { handle, ...described } = definition;
  return {
    status: 200,
    // Figures belong to the caller, and a new run must show at once: keep, but ask each time.
    cacheControl: 'private, no-cache',
    ...described,
    async answer({ params, query, caller, ports }) {
      const named = definition.params.safeParse(params);
      if (!named.success) return refused(notFound(named.error));
      const asked = definition.query.safeParse(query);
      if (!asked.success) return refused(invalid('query', asked.error));
      return await handle({ params: named.data, query: asked.data, caller, ports });
    },
  };
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
