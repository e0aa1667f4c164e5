import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { SHARED_AREA, UNKNOWN_AREA } from '../../shared/facts/folder.ts';
import { type MadeRun, type RecomputePorts, recomputeArea } from '../../shared/recompute/run-area.ts';
import { morningOf } from '../../shared/service-levels/morning.ts';
import { SHOWN_WITHIN_MS } from '../../shared/service-levels/objectives.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { requestStore } from '../../shared/store/requests.ts';
import { runStore } from '../../shared/store/runs.ts';
import { settingStore } from '../../shared/store/settings.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { clock } from '../clock.ts';
import { required, servedAreas } from '../environment.ts';
import { log } from '../logger.ts';
import { count, level, took } from '../metrics.ts';
import { queueHandler } from '../queue-handler.ts';

const ports: RecomputePorts = {
  drops: dropStore(table),
  cells: cellStore(table),
  runs: runStore(table),
  settings: settingStore(table),
  notify: (area) => sendMessage(required('NOTIFY_QUEUE_URL'), { area }, area),
  clock,
  newId: () => randomUUID().slice(0, 8),
  dashboardUrl: required('DASHBOARD_URL'),
};
const requests = requestStore(table);

/**
 * An area whose figures may have changed, or `*` for all; `request` when somebody waits for the answer, `again` for a
 * new run although nothing has changed.
 */
const dirtyMessage = z.object({
  area: z.string(),
  request: z.string().exactOptional(),
  again: z.literal(true).exactOptional(),
});

/** Recomputes the areas that messages name, each once a batch. */
export const handler = queueHandler(
  ({ body }) => [JSON.stringify(dirtyMessage.parse(JSON.parse(body)))],
  async (thing) => {
    const { area, request, again = false } = dirtyMessage.parse(JSON.parse(thing));
    if (area === '*') {
      for (const each of [...servedAreas(), SHARED_AREA, UNKNOWN_AREA])
        await sendMessage(required('DIRTY_QUEUE_URL'), { area: each }, each);
      return;
    }
    const begun = performance.now();
    const { runId, changed, made } = await recomputeArea(area, ports, { again });
    took('RecomputeTime', performance.now() - begun);
    log('recomputed', { area, runId, changed });
    count('AreasLookedAt', 1);
    if (made) measure(made);
    if (request === undefined) return;
    const asked = await requests.find(area, request);
    if (asked) await requests.save({ ...asked, state: 'done', runId, changed });
  },
);

function measure({ at, before, shown, firing }: MadeRun): void {
  count('RunsMade', 1);
  if (before !== undefined) took('RunAge', at.getTime() - before.getTime());
  for (const each of shown) took('ShownAfter', each);
  count('FilesShown', shown.length);
  count('FilesShownLate', shown.filter((each) => each > SHOWN_WITHIN_MS).length);
  level('AlertsFiring', firing);
  const morning = morningOf(before, at);
  if (morning !== undefined) count(morning === 'late' ? 'MorningsLate' : 'MorningsInTime', 1);
}
