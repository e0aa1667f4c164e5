import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { views } from '../../shared/api/routes/views.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import { knownStores } from './known-stores.ts';

export const area = 'E06000054';

/** The three doors over one table; the bearer of the token may do everything. Files are what `known` says. */
export function doors(known: Known = { drops: [], blocks: [] }) {
  const files = new Map<string, string>();
  const ports = {
    ...knownStores(known),
    verify: (subject: string) =>
      Promise.resolve({
        subject,
        scopes: ['read', 'read-small-numbers', 'operate', 'upload'],
        areas: [area],
      }),
    clock: { now: () => new Date('2025-01-09T09:00:00.000Z') },
    areas: [area],
    dirty: () => Promise.resolve(),
    requestRecompute: () => Promise.resolve(),
    putDrop: (key: string, body: string) => Promise.resolve(void files.set(key, body)),
    signUpload: () => Promise.reject(new Error('nobody uploads')),
    newId: () => 'id',
  };
  const ask = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => {
    const [plain = '', search = ''] = path.split('?');
    const request = {
      method,
      path: `/api/v1/areas/${area}${plain}`,
      query: Object.fromEntries(new URLSearchParams(search)),
      headers: { authorization: 'Bearer ann' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const doors = [
      () => respond(request, calculations, ports),
      () => respond(request, views, ports),
      () => respond(request, actions, ports),
    ];
    for (const door of doors) {
      const response = await door();
      const known =
        ![404, 405].includes(response.status) || !/no such route|This route answers/.test(response.body);
      if (known) return { status: response.status, body: JSON.parse(response.body) };
    }
    throw new Error(`No door answers ${method} ${path}`);
  };
  return { ask, files, ports };
}
