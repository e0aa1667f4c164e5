import * as z from 'zod';
import { alertStateSchema } from '../../../../shared/recompute/alert-views.ts';
import { ALERTS_PART } from '../../../../shared/recompute/part-names.ts';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

export const feedsInTime: Check<SystemPorts> = {
  id: 'feeds-in-time',
  title: 'No file of a council is late',
  runbook: 'docs/runbooks/alerts.md#late-file',
  async run({ place, runs }) {
    const found = await Promise.all(
      place.areas.map(async (area) => ({ area, late: await lateOf(area, runs) })),
    );
    return found.flatMap(({ area, late }) =>
      late.map(({ title, reasons }) => ({
        what: `${area}: ${title}. ${reasons[0]?.text ?? ''}`.trim(),
        who: `Readers of ${area}: they see the figures of last time, and alerts about them wait.`,
        mend: 'Ask the council for the file. If it was put, look for it among the drops: it may be in quarantine or under another key.',
      })),
    );
  },
};

async function lateOf(area: string, runs: SystemPorts['runs']) {
  const current = await runs.current(area);
  if (current === undefined) return [];
  const alerts = z.array(alertStateSchema).parse((await runs.part(area, current.runId, ALERTS_PART)) ?? []);
  return alerts.filter(
    ({ state, reasons }) =>
      (state === 'firing' || state === 'acknowledged') && reasons.some(({ rule }) => rule === 'late-file'),
  );
}
