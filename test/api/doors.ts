import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { views } from '../../shared/api/routes/views.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

export const area = 'E06000054';

/** The doors over one table, from 9 January 2025 on; a token is the name of its bearer, and all but `reader` operate. */
export function doors() {
  const dirtied: string[] = [];
  let now = Date.parse('2025-01-09T09:00:00.000Z');
  const stores = simulatedStores(emptyTables(), untroubled);
  const ports = {
    ...stores,
    verify: (subject: string) =>
      Promise.resolve({
        subject,
        scopes: subject === 'reader' ? ['read'] : ['operate', 'read', 'read-small-numbers'],
        areas: [area],
      }),
    clock: { now: () => new Date(now) },
    areas: [area],
    dirty: (each: string) => Promise.resolve(void dirtied.push(each)),
    requestRecompute: () => Promise.resolve(),
    putDrop: () => Promise.reject(new Error('nobody puts a file')),
    signUpload: () => Promise.reject(new Error('nobody uploads')),
    newId: () => 'id',
  };
  const answered = ({ status, body }: { readonly status: number; readonly body: string }) => ({
    status,
    body: JSON.parse(body),
  });
  const headersOf = (who: string) => ({ authorization: `Bearer ${who}` });
  const full = (path: string) => `/api/v1/areas/${area}/${path}`;
  return {
    stores,
    dirtied,
    get: async (who: string, path: string, query: Record<string, string> = {}) => {
      const asked = { method: 'GET', path: full(path), query, headers: headersOf(who) };
      const viewed = await respond(asked, views, ports);
      return answered(viewed.status === 404 ? await respond(asked, calculations, ports) : viewed);
    },
    put: async (who: string, path: string, body: unknown) =>
      answered(
        await respond(
          {
            ...{ method: 'PUT', path: full(path), query: {} },
            ...{ headers: headersOf(who), body: JSON.stringify(body) },
          },
          actions,
          ports,
        ),
      ),
    nextDay: () => {
      now += 86_400_000;
    },
  };
}
