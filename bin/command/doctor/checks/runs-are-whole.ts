import {
  ALERTS_PART,
  CHANGES_PART,
  HEADLINES_PART,
  MESSAGES_PART,
  RATINGS_PART,
  SUMMARY_PART,
  seriesPart,
} from '../../../../shared/recompute/part-names.ts';
import { latestRatingsSchema } from '../../../../shared/recompute/ratings-view.ts';
import { counted } from '../../plain.ts';
import type { Check } from '../check.ts';
import type { SystemPorts } from '../ports.ts';

/** The parts that every run has. */
const always = [SUMMARY_PART, RATINGS_PART, HEADLINES_PART, ALERTS_PART, MESSAGES_PART, CHANGES_PART];

export const runsAreWhole: Check<SystemPorts> = {
  id: 'runs-are-whole',
  title: 'The views of every current run are there',
  runbook: 'docs/runbooks/wrong-views.md',
  async run({ place, runs }) {
    const found = await Promise.all(
      place.areas.map(async (area) => ({ area, missing: await missingParts(area, runs) })),
    );
    return found
      .filter(({ missing }) => missing.length > 0)
      .map(({ area, missing }) => ({
        what: `The current run of ${area} lacks ${counted(missing.length, 'part')}: ${missing.slice(0, 5).join(', ')}.`,
        who: `Readers of ${area}: pages are empty or answer with an error.`,
        mend: `Make a new run of the same facts: npm run recompute -- --area ${area} --again`,
      }));
  },
};

async function missingParts(area: string, runs: SystemPorts['runs']): Promise<string[]> {
  const current = await runs.current(area);
  if (current === undefined) return [];
  const { runId } = current;
  // A part of several pieces of which one is gone cannot be read either.
  const read = (name: string) => runs.part(area, runId, name).catch(() => undefined);
  const ratings = latestRatingsSchema.safeParse(await read(RATINGS_PART)).data?.items ?? [];
  const names = [
    ...always,
    ...new Set(ratings.map(({ metric, dimensions }) => seriesPart(metric, dimensions))),
  ];
  const missing: string[] = [];
  for (const name of names) if ((await read(name)) === undefined) missing.push(name);
  return missing;
}
