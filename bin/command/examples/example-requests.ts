import * as z from 'zod';
import type { DescribedRoute } from '../../../shared/api/route.ts';
import { bodies } from './bodies.ts';

/** A request that serves as the example of a route. `{id}` in its address is what the answer to `idOf` names. */
export type ExampleRequest = {
  /** The route, `GET /areas/{area}`. */
  readonly of: string;
  readonly method: string;
  readonly path: string;
  readonly idOf?: string;
  readonly body?: unknown;
};

const area = 'E06000054';

/** What is written into a path: things that the sample has. */
const inPath: Readonly<Record<string, string>> = {
  area,
  metric: 'ehcp.active',
  feed: 'send-monthly',
  stage: 'ks2',
  name: 'flow-current',
};

/** Of routes with an `{id}`, the route whose answer names one. */
const ids: Readonly<Record<string, string>> = {
  'GET /areas/{area}/alerts/{id}': 'GET /areas/{area}/alerts',
  'GET /areas/{area}/cohorts/{id}': 'GET /areas/{area}/cohorts',
  'GET /areas/{area}/drops/{id}': 'GET /areas/{area}/drops',
  'GET /areas/{area}/recomputes/{id}': 'POST /areas/{area}/recompute',
  'PUT /areas/{area}/data-quality/{id}/acknowledge': 'GET /areas/{area}/data-quality',
  'POST /areas/{area}/alerts/{id}/acknowledge': 'GET /areas/{area}/alerts',
};

/** What is asked beside the path; a list is asked for two entries without being told. */
const queries: Readonly<Record<string, string>> = {
  'GET /areas/{area}/series/{metric}': 'from=2024-11',
  'GET /areas/{area}/series/{metric}/versions': 'period=2024-12',
  'GET /areas/{area}/scorecards/{stage}': 'year=AY2024',
  'GET /areas/{area}/changes': 'since=2024-12-20&until=2025-01-08',
  'GET /areas/{area}/replay': 'from=2024-07&to=2024-08&metric=ehcp.active',
  'GET /areas/{area}/monitoring-report': 'update=2024-11',
  'GET /areas/{area}/reconciliation': 'cause=restated',
  'GET /areas/{area}/correlations': 'x=absence.persistent&y=ks2.rwm&by=neighbour',
  'GET /areas/{area}/localities': 'metric=ks2.rwm',
  'GET /areas/{area}/scenarios/compare': 'names=flow-current,flow-target',
  'GET /areas/{area}/export': 'metric=ehcp.active',
  'POST /areas/{area}/drops/dry-run': 'feed=send-monthly&filename=2025-01.csv',
};

/** Paths that take other things than `inPath` says. */
const paths: Readonly<Record<string, string>> = {
  'GET /areas/{area}/gaps/{metric}': `/areas/${area}/gaps/ks2.rwm`,
  'PUT /areas/{area}/silences/{id}': `/areas/${area}/silences/half-term`,
  'PUT /areas/{area}/scenarios/{name}': `/areas/${area}/scenarios/two-years`,
  'POST /areas/{area}/scenarios/{name}/promote': `/areas/${area}/scenarios/two-years/promote`,
};

/** Reads that have something to show only when something has been written. */
const afterWrites: readonly string[] = [
  'GET /areas/{area}/silences',
  'GET /areas/{area}/due-days/{feed}',
  'GET /areas/{area}/reminder-days',
  'GET /areas/{area}/mappings/{feed}',
  'GET /areas/{area}/rules/{metric}',
  'GET /areas/{area}/ratings/{metric}/override',
  'GET /areas/{area}/rebase/{metric}',
  'GET /areas/{area}/recomputes/{id}',
];

/** What the tables above say of routes, by name: a test holds them against the routes that there are. */
export const namedRoutes: readonly string[] = [
  ...Object.entries(ids).flat(),
  ...[queries, paths, bodies].flatMap((table) => Object.keys(table)),
  ...afterWrites,
];

/**
 * One request for each route, in the order in which they are to be asked: first what reads the sample as it is, then
 * what writes, then what reads that. What an `{id}` is taken from comes before what takes it.
 */
export function exampleRequests(routes: readonly DescribedRoute[]): readonly ExampleRequest[] {
  return routes
    .map((route) => requestOf(route))
    .map((request) => ({ request, turn: turnOf(request) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ request }) => request);
}

function turnOf({ of, method, idOf }: ExampleRequest): number {
  const read = method === 'GET' ? 0 : 2;
  return (afterWrites.includes(of) ? 4 : read) + (idOf === undefined ? 0 : 1);
}

function requestOf(route: DescribedRoute): ExampleRequest {
  const of = `${route.method} ${route.path}`;
  const idOf = ids[of];
  const filled = paths[of] ?? route.path.replace(/\{(\w+)\}/g, (hole, name: string) => inPath[name] ?? hole);
  const list = route.method === 'GET' && route.query instanceof z.ZodObject && 'limit' in route.query.shape;
  const query = [queries[of], list ? 'limit=2' : undefined].filter((part) => part !== undefined).join('&');
  return {
    of,
    method: route.method,
    path: `/api/v1${filled}${query === '' ? '' : `?${query}`}`,
    ...(idOf !== undefined && { idOf }),
    ...(of in bodies && { body: bodies[of] }),
  };
}
