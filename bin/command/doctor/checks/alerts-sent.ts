import { SHARED_AREA, UNKNOWN_AREA } from '../../../../shared/facts/folder.ts';
import { committedSince } from '../../../../shared/notify/committed-since.ts';
import { counted } from '../../plain.ts';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

/** A message takes seconds; after a quarter of an hour something is in its way. */
const PATIENCE_MS = 15 * 60_000;

export const alertsSent: Check<SystemPorts> = {
  id: 'alerts-sent',
  title: 'What the runs had to say has been sent',
  runbook: 'docs/runbooks/doctor.md#alerts-sent',
  async run({ place, runs, now }) {
    const found = await Promise.all(
      [...place.areas, SHARED_AREA, UNKNOWN_AREA].map(async (area) => ({
        area,
        unsent: (await committedSince(area, await runs.notified(area), { runs })).filter(
          ({ madeAt }) => Date.parse(madeAt) < now().getTime() - PATIENCE_MS,
        ),
      })),
    );
    return found
      .filter(({ unsent }) => unsent.length > 0)
      .map(({ area, unsent }) => ({
        what: `${counted(unsent.length, 'run')} of ${area} were never looked through for messages, the first made ${unsent[0]?.madeAt}.`,
        who: `On-call of ${area}: an alert may be decided and unsent.`,
        mend: 'Have them sent now, in order: npm run sweep. Then look for errors in the notify log, and for its dead letters.',
      }));
  },
};
