import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { router } from '../../local/http/routes.ts';
import { gatewayRoutes } from '../../shared/api/gateway-routes.ts';
import type { DescribedRoute } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes/routes.ts';

type Wired = Pick<DescribedRoute, 'method' | 'path' | 'servedBy'>;

/** Which function a request reaches, by the gateway's own rules; everything else below /api/v1 is api's. */
function reached(table: readonly Wired[]): (method: string, path: string) => string | undefined {
  const ways = [
    { routeKey: 'ANY /api/v1/{proxy+}', integrationId: 'api' },
    ...gatewayRoutes(table).map(({ method, path, servedBy }) => ({
      routeKey: `${method} ${path}`,
      integrationId: servedBy,
    })),
  ];
  const route = router(
    ways.map((way) => ({ kind: 'http-route', apiId: 'a', ...way })),
    ['api', 'actions', 'compute', 'files'].map((id) => ({
      ...{ kind: 'http-integration', id, apiId: 'a', functionName: id, timeoutMs: 1 },
    })),
  );
  return (method, path) => route(method, path)?.integration.functionName;
}

const filled = (path: string) => `/api/v1${path.replace(/\{\w+\}/g, 'x1')}`;

describe('each route reaches the function that serves it', () => {
  const route = reached(routes);
  test.each(routes.map((each) => [`${each.method} ${each.path}`, each] as const))('%s', (_, each) => {
    expect(route(each.method, filled(each.path))).toBe(each.servedBy);
    if (each.method === 'GET') expect(route('HEAD', filled(each.path))).toBe(each.servedBy);
  });

  test('no two routes share a method and a path', () => {
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('reads are api’s, writes are actions’; what carries its figures or its file is a question, and writes nothing', () => {
  const models = ['/areas/{area}/scenarios/system-flow', '/areas/{area}/scenarios/finance'];
  const questions = [...models, '/areas/{area}/drops/dry-run'];
  for (const { method, path, servedBy } of routes) {
    const reads = method === 'GET' || (method === 'POST' && questions.includes(path));
    expect(reads ? ['api', 'compute', 'files'] : ['actions']).toContain(servedBy);
  }
});

const wired = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constantFrom('/a', '/a/{b}', '/a/{b}/c', '/d'),
  servedBy: fc.constantFrom('api', 'actions', 'compute', 'files'),
} satisfies { [Key in keyof Wired]: fc.Arbitrary<Wired[Key]> });
const tables = fc.uniqueArray(wired, { selector: ({ method, path }) => `${method} ${path}` });

test('whatever the table, every route of it is reached, however a path is shared', () =>
  fc.assert(
    fc.property(tables, (table) => {
      const route = reached(table);
      for (const { method, path, servedBy } of table) expect(route(method, filled(path))).toBe(servedBy);
    }),
  ));

test('a method that no route has is answered by the path’s only function, else by api', () =>
  fc.assert(
    fc.property(tables, (table) => {
      const route = reached(table);
      for (const { path } of table) {
        const owners = new Set(table.filter((each) => each.path === path).map(({ servedBy }) => servedBy));
        expect(route('PATCH', filled(path))).toBe(owners.size === 1 ? [...owners][0] : 'api');
      }
    }),
  ));
