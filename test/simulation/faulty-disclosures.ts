import { patternSchema } from '../../shared/disclosure/pattern-schema.ts';
import { figureThing, seriesName } from '../../shared/disclosure/shown-things.ts';
import { DISCLOSURE_PART, protectedPart, seriesPart } from '../../shared/recompute/part-names.ts';
import type { StoredRun } from '../../shared/recompute/run.ts';
import { seriesSchema } from '../../shared/recompute/views.ts';
import { asDesigned, type FaultyDesign } from './design.ts';
import { COUNTS, isFew } from './small-counts.ts';

type Parts = StoredRun['parts'];

/** Two ways to withhold small numbers that look right. */
export const faultyDisclosures = {
  /** A month that was restated shows, and so does what was said of it before. */
  'withheld is what is small now': writing((parts) => {
    if (parts[DISCLOSURE_PART] === undefined) return parts;
    const { withheld, judged } = patternSchema.parse(parts[DISCLOSURE_PART]);
    const small = smallNow(parts);
    return {
      ...parts,
      [DISCLOSURE_PART]: { withheld: withheld.filter((thing) => small.has(thing)), judged },
    };
  }),
  /** What is withheld is known, and callers without small numbers are answered with everybody's views. */
  'one view for all': writing((parts) =>
    Object.fromEntries(Object.entries(parts).filter(([name]) => !name.startsWith(protectedPart('')))),
  ),
} as const satisfies Readonly<Record<string, FaultyDesign>>;

/** A design whose runs are stored with other parts. */
function writing(other: (parts: Parts) => Parts): FaultyDesign {
  return {
    extent: 'pipeline',
    design: () => ({
      ...asDesigned,
      recompute: (ports) => ({
        ...ports,
        runs: {
          ...ports.runs,
          write: (area, run) => ports.runs.write(area, { ...run, parts: other(run.parts) }),
        },
      }),
    }),
  };
}

function smallNow(parts: Parts): ReadonlySet<string> {
  return new Set(
    COUNTS.flatMap((metric) => {
      const part = parts[seriesPart(metric, {})];
      const points = part === undefined ? [] : seriesSchema.parse(part).points;
      return points
        .filter(({ value }) => isFew(value))
        .map(({ period }) => figureThing(seriesName(metric, {}), period));
    }),
  );
}
