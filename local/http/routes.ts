import type { HttpIntegration, HttpRoute } from '../resources/declaration.ts';

export type RouteMatch = {
  readonly routeKey: string;
  readonly integration: HttpIntegration;
  /** Decoded values of the path's variables. */
  readonly pathParameters: Readonly<Record<string, string>>;
};

/** Finds the route of a request; `path` is percent-encoded. Undefined when the API has none. */
export type Router = (method: string, path: string) => RouteMatch | undefined;

type Segment =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable' | 'greedy'; readonly name: string };

type Route = {
  readonly routeKey: string;
  readonly method: string;
  readonly segments: readonly Segment[];
  readonly integration: HttpIntegration;
};

/**
 * Routes as an HTTP API chooses them: the most specific wins: text before a variable before a greedy variable, a named
 * method before ANY, `$default` last. Source: API Gateway developer guide, "Routes for HTTP APIs".
 */
export function router(routes: readonly HttpRoute[], integrations: readonly HttpIntegration[]): Router {
  const byId = new Map(integrations.map((integration) => [integration.id, integration]));
  const known = routes.map(({ routeKey, integrationId }): Route => {
    const integration = byId.get(integrationId);
    if (!integration) throw new Error(`The route ${routeKey} names no integration of the template.`);
    const [method = '', pattern] = routeKey.split(' ');
    return pattern === undefined
      ? { routeKey, method: 'ANY', segments: [{ kind: 'greedy', name: '' }], integration }
      : { routeKey, method, segments: pattern.split('/').slice(1).map(segmentOf), integration };
  });
  const ranked = known.toSorted((a, b) => compare(a, b));

  return (method, path) => {
    const parts = path.split('/').slice(1);
    for (const route of ranked) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const pathParameters = matchSegments(route.segments, parts);
      if (pathParameters) return { routeKey: route.routeKey, integration: route.integration, pathParameters };
    }
    return undefined;
  };
}

function segmentOf(text: string): Segment {
  const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(text) ?? [];
  if (name === undefined) return { kind: 'text', text };
  return { kind: greedy ? 'greedy' : 'variable', name };
}

function matchSegments(
  segments: readonly Segment[],
  parts: readonly string[],
): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.kind === 'greedy') {
      const rest = parts.slice(index).join('/');
      if (rest === '' && segment.name !== '') return undefined;
      return segment.name === '' ? found : { ...found, [segment.name]: decodeURIComponent(rest) };
    }
    if (segment.kind === 'text' ? part !== segment.text : part === '') return undefined;
    if (segment.kind === 'variable') found[segment.name] = decodeURIComponent(part);
  }
  return parts.length === segments.length ? found : undefined;
}

const rank = { text: 0, variable: 1, greedy: 2 } as const;

function compare(a: Route, b: Route): number {
  if ((a.routeKey === '$default') !== (b.routeKey === '$default')) return a.routeKey === '$default' ? 1 : -1;
  for (let index = 0; index < Math.max(a.segments.length, b.segments.length); index += 1) {
    const left = a.segments[index];
    const right = b.segments[index];
    if (!left || !right) return left ? -1 : 1;
    if (left.kind !== right.kind) return rank[left.kind] - rank[right.kind];
  }
  return Number(a.method === 'ANY') - Number(b.method === 'ANY');
}
