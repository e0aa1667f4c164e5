import { respond } from '../../shared/api/respond.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import type { Known } from '../../shared/recompute/figures.ts';
import type { RunHead } from '../../shared/recompute/run.ts';
import { recomputeArea } from '../../shared/recompute/run-area.ts';
import { untroubled } from '../simulation/invocation.ts';
import { simulatedStores } from '../simulation/stores.ts';
import { emptyTables } from '../simulation/tables.ts';

export const area = 'E06000054';

/** The calculating door over what is known, for an officer who sees small numbers and a reader who does not. */
export async function outcomeAnswers(known: Known, today = '2025-01-09T09:00:00.000Z') {
  const parts = new Map<string, unknown>();
  let current: RunHead | undefined;
  const blocks = [...known.blocks, ...(known.elsewhere ?? [])];
  const ports = {
    ...simulatedStores(emptyTables(), untroubled),
    drops: { list: (folder: string) => Promise.resolve(known.drops.filter((drop) => drop.area === folder)) },
    cells: {
      read: (place: string) => Promise.resolve(blocks.filter((block) => block.area === place)),
      remove: () => Promise.resolve(),
    },
    runs: {
      current: () => Promise.resolve(current),
      part: (_: string, runId: string, name: string) => Promise.resolve(parts.get(`${runId} ${name}`)),
      write: (_: string, run: { head: RunHead; parts: Readonly<Record<string, unknown>> }) => {
        for (const [name, part] of Object.entries(run.parts))
          parts.set(`${run.head.runId} ${name}`, JSON.parse(JSON.stringify(part)));
        return Promise.resolve();
      },
      flip: (_: string, head: RunHead) => {
        current = head;
        return Promise.resolve(true);
      },
      removeViews: () => Promise.resolve(),
    },
    clock: { now: () => new Date(today) },
    areas: [area],
    verify: (subject: string) =>
      Promise.resolve({
        subject,
        scopes: subject === 'officer' ? ['read', 'read-small-numbers'] : ['read'],
        areas: [area],
      }),
  };
  await recomputeArea(area, {
    ...ports,
    newId: () => 'id',
    notify: () => Promise.resolve(),
    dashboardUrl: '',
  });
  return async (who: 'officer' | 'reader', path: string, accept = 'application/json') => {
    const [plain = '', search = ''] = path.split('?');
    const { status, body } = await respond(
      {
        ...{ method: 'GET', path: `/api/v1/areas/${area}/${plain}` },
        query: Object.fromEntries(new URLSearchParams(search)),
        headers: { authorization: `Bearer ${who}`, accept },
      },
      calculations,
      ports,
    );
    return { status, body: String(body), json: (): unknown => JSON.parse(String(body)) };
  };
}
