import { describe, expect, test } from 'vitest';
import { router } from '../../../local/http/routes.ts';
import type { HttpIntegration } from '../../../local/resources/declaration.ts';

const integration: HttpIntegration = {
  kind: 'http-integration',
  id: 'i',
  apiId: 'a',
  functionName: 'f',
  timeoutMs: 1000,
};
const routesOf = (...routeKeys: string[]) =>
  router(
    routeKeys.map((routeKey) => ({ kind: 'http-route', apiId: 'a', routeKey, integrationId: 'i' })),
    [integration],
  );

describe('which route answers', () => {
  const route = routesOf(
    '$default',
    'ANY /api/v1/{proxy+}',
    'ANY /api/v1',
    'GET /api/v1/areas/{area}',
    'ANY /api/v1/areas/{area}',
    'GET /api/v1/areas/all',
  );

  test.each([
    ['GET', '/api/v1', 'ANY /api/v1', {}],
    ['GET', '/api/v1/areas/all', 'GET /api/v1/areas/all', {}],
    ['GET', '/api/v1/areas/E06000054', 'GET /api/v1/areas/{area}', { area: 'E06000054' }],
    ['POST', '/api/v1/areas/E06000054', 'ANY /api/v1/areas/{area}', { area: 'E06000054' }],
    ['GET', '/api/v1/areas/E06000054/drops', 'ANY /api/v1/{proxy+}', { proxy: 'areas/E06000054/drops' }],
    ['GET', '/api/v1/a%2Fb/%C3%A9', 'ANY /api/v1/{proxy+}', { proxy: 'a/b/é' }],
    ['GET', '/elsewhere', '$default', {}],
    ['GET', '/', '$default', {}],
  ])('%s %s', (method, path, routeKey, pathParameters) => {
    expect(route(method, path)).toMatchObject({ routeKey, pathParameters });
  });

  test('without a default there is none', () => {
    const only = routesOf('ANY /api/v1/{proxy+}', 'GET /one/{two}');
    for (const path of [
      '/',
      '/api',
      '/api/v1',
      '/api/v1/',
      '/apix/v1/a',
      '/one',
      '/one/',
      '/one/two/three',
    ]) {
      expect(only('GET', path), path).toBeUndefined();
    }
    expect(only('POST', '/one/two')).toBeUndefined();
  });
});
