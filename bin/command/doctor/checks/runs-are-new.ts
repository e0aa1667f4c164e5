import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

/** Each night makes a run, for what is overdue changes with the day; a run of the night before may still be on its way. */
const OLDEST_MS = 26 * 3_600_000;

export const runsAreNew: Check<SystemPorts> = {
  id: 'runs-are-new',
  title: 'Every council was computed within the last day',
  runbook: 'docs/runbooks/doctor.md#runs-are-new',
  async run({ place, runs, now }) {
    const found = await Promise.all(
      place.areas.map(async (area) => ({ area, made: (await runs.current(area))?.madeAt })),
    );
    const late = found.filter(
      ({ made }) => made === undefined || Date.parse(made) < now().getTime() - OLDEST_MS,
    );
    return late.map(({ area, made }) => ({
      what:
        made === undefined
          ? `${area} has never been computed.`
          : `The current run of ${area} was made ${made}, more than a day ago: the nightly recompute does not run.`,
      who: `Readers of ${area}: nothing that depends on the day is noticed, such as a late file or the end of a silence.`,
      mend: `Compute it now: npm run recompute -- --area ${area}. Then look at the schedule Nightly and at errors in the recompute log.`,
    }));
  },
};
