import { patternSchema } from '../../shared/disclosure/pattern-schema.ts';
import { DISCLOSURE_PART, protectedPart, seriesPart } from '../../shared/recompute/part-names.ts';
import { seriesSchema } from '../../shared/recompute/views.ts';
import { COUNTS, isFew } from './small-counts.ts';

/** What has been withheld of an area by its committed runs so far, and which counts ("metric month") were ever small. */
export type WithheldSoFar = { readonly things: Set<string>; readonly small: Set<string> };

/** A share that follows from both counts: it is told of no month of which one of them is not. */
const SHARE = 'inmss.share';

/**
 * What is wrong with a run that has just become current: a caller without small numbers must be told no count that
 * is or ever was small, and what an earlier run withheld it must withhold too. `part` gives its parts by name.
 */
export function expectWithheld(
  runId: string,
  part: (name: string) => unknown,
  soFar: WithheldSoFar,
  small: ReadonlySet<string>,
): string[] {
  const pattern = patternSchema.safeParse(part(DISCLOSURE_PART));
  if (!pattern.success) return [`12: run ${runId} does not say what is withheld`];
  const withheld = new Set(pattern.data.withheld);
  const wrong = [...soFar.things.difference(withheld)].map(
    (thing) => `12: run ${runId} shows ${thing} again`,
  );
  for (const thing of withheld) soFar.things.add(thing);
  for (const count of small) soFar.small.add(count);
  for (const metric of [...COUNTS, SHARE]) {
    const name = seriesPart(metric, {});
    const shown = part(protectedPart(name)) ?? part(name);
    const points = shown === null ? [] : seriesSchema.parse(shown).points;
    wrong.push(
      ...points
        .filter(({ period, value }) => value !== null && isSecret(soFar.small, metric, period, value))
        .map(
          ({ period, value }) => `12: run ${runId} shows everybody that ${metric} of ${period} is ${value}`,
        ),
    );
  }
  return wrong;
}

/** True of a figure that a caller without small numbers may not be told. */
export function isSecret(
  small: ReadonlySet<string>,
  metric: string,
  period: string,
  value: number | null,
): boolean {
  if (value === null) return false;
  if (metric === SHARE) return COUNTS.some((count) => small.has(`${count} ${period}`));
  return isFew(value) || small.has(`${metric} ${period}`);
}
