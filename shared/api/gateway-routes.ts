import type { DescribedRoute, ServedBy } from './route.ts';

/** A way through the gateway: what is asked so goes to that function. */
export type GatewayRoute = {
  readonly servedBy: Exclude<ServedBy, 'api'>;
  readonly method: 'ANY' | 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** With `/api/v1`, parameters in braces. */
  readonly path: string;
};

/**
 * The ways to functions other than api, which has everything else. A path that one function serves alone is wholly
 * its own, so that it also answers HEAD, and says which methods it has; a shared path is divided by method.
 */
export function gatewayRoutes(routes: readonly Wired[]): readonly GatewayRoute[] {
  const paths = Map.groupBy(routes, ({ path }) => path);
  return [...paths.values()].flatMap(waysOf);
}

type Wired = Pick<DescribedRoute, 'method' | 'path' | 'servedBy'>;

function waysOf(sharing: readonly Wired[]): readonly GatewayRoute[] {
  const owner = sharing[0]?.servedBy;
  const alone = sharing.every(({ servedBy }) => servedBy === owner);
  const ways = sharing.flatMap(({ method, path, servedBy }): GatewayRoute[] => {
    if (servedBy === 'api') return [];
    const methods: GatewayRoute['method'][] = alone ? ['ANY'] : method === 'GET' ? ['GET', 'HEAD'] : [method];
    return methods.map((each) => ({ servedBy, method: each, path: `/api/v1${path}` }));
  });
  return alone ? ways.slice(0, 1) : ways;
}
