import type { Operation } from './described-routes.ts';
import type { Role } from './roles.ts';

/** Open to everybody: they hold no data. */
const OPEN = ['GET /api/v1/health', 'GET /api/v1/openapi.json'];

/** Reads need `read`, writes `operate`; these differ. */
const OTHER_SCOPES: Readonly<Record<string, string>> = {
  'GET /api/v1/areas/{area}/recomputes/{id}': 'operate',
  'GET /api/v1/areas/{area}/mappings/{feed}': 'operate',
  'POST /api/v1/areas/{area}/uploads': 'upload',
  'POST /api/v1/areas/{area}/drops/dry-run': 'upload',
  // They calculate and keep nothing.
  'POST /api/v1/areas/{area}/scenarios/system-flow': 'read',
  'POST /api/v1/areas/{area}/scenarios/finance': 'read',
};

/** Turned away as unknown, turned away as not entitled, or let in, whatever the answer is then. */
export type Verdict = 401 | 403 | 'in';

/** What a route must answer, told from the contract and not from the product's own definition of the route. */
export function expectedVerdict({ method, path }: Operation, { rights }: Role, area: string): Verdict {
  const route = `${method} ${path}`;
  if (OPEN.includes(route)) return 'in';
  if (rights === undefined) return 401;
  const scope = OTHER_SCOPES[route] ?? (method === 'GET' ? 'read' : 'operate');
  if (!rights.scopes.includes(scope)) return 403;
  const covered = !path.includes('{area}') || rights.areas.includes('*') || rights.areas.includes(area);
  return covered ? 'in' : 403;
}
