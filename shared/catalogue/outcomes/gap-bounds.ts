/**
 * How far behind the others is amber and is red, in the unit of the metric (0.02 is two percentage points), and below
 * what a difference is none. Judgement of the product, to be read as "look here": a table that says amber for each
 * point behind England would be amber everywhere.
 */
export type GapBounds = { readonly flat: number; readonly amber: number; readonly red: number };

const usual: GapBounds = { flat: 0.0005, amber: 0.02, red: 0.05 };

/** For what moves on another scale than the share of pupils at a standard. */
const own: Readonly<Record<string, GapBounds>> = {
  'mtc.mean-score': { flat: 0.05, amber: 0.5, red: 1 },
  'ks2.progress-reading': { flat: 0.05, amber: 0.5, red: 1 },
  'ks2.progress-writing': { flat: 0.05, amber: 0.5, red: 1 },
  'ks2.progress-maths': { flat: 0.05, amber: 0.5, red: 1 },
  'ks4.attainment8': { flat: 0.05, amber: 1, red: 3 },
  'ks4.progress8': { flat: 0.005, amber: 0.1, red: 0.25 },
  'absence.total': { flat: 0.0005, amber: 0.0025, red: 0.0075 },
  'absence.authorised': { flat: 0.0005, amber: 0.0025, red: 0.0075 },
  'absence.unauthorised': { flat: 0.0005, amber: 0.0025, red: 0.0075 },
  'absence.persistent': { flat: 0.0005, amber: 0.01, red: 0.03 },
  'absence.severe': { flat: 0.0005, amber: 0.002, red: 0.006 },
  'exclusion.permanent': { flat: 0.00005, amber: 0.0002, red: 0.0005 },
};

/** A group is a fraction of its year and moves more by chance: its bounds are twice as wide. */
const GROUP_FACTOR = 2;

/** The bounds of a metric, of all pupils or of a part of them. */
export function gapBounds(metric: string, ofAll: boolean): GapBounds {
  const { flat, amber, red } = own[metric] ?? usual;
  return ofAll ? { flat, amber, red } : { flat, amber: amber * GROUP_FACTOR, red: red * GROUP_FACTOR };
}

/** The rules in words, as the scorecard and the catalogue say them. */
export const GAP_RULES: readonly string[] = [
  'Each row is held against England’s figure for the same pupils; where that is not published against the mean of the statistical neighbours, and else against the region.',
  'Green: level, better, or behind by less than the amber bound. Amber and red: behind by the bound or more. For a share of pupils these are 2 and 5 percentage points; for total, authorised and unauthorised absence 0.25 and 0.75; for persistent absence 1 and 3; for severe absence 0.2 and 0.6; for permanent exclusions 0.02 and 0.05; for Attainment 8 they are 1 and 3 points, for Progress 8 0.1 and 0.25, for progress to Key Stage 2 and the mean score of the tables check 0.5 and 1.',
  'For a group of pupils the bounds are twice as wide, because a few pupils move its figure.',
  'Where the number of pupils is known on both sides and the gap is no more than chance explains, the rating is at worst amber/green.',
  'Without a figure, or without one to hold it against, there is no rating, and never green.',
];

/** Shares of sessions, not of pupils: one pupil’s sessions are not independent, so chance and pupils are not worked out. */
const ofSessions: ReadonlySet<string> = new Set([
  'absence.total',
  'absence.authorised',
  'absence.unauthorised',
]);

/** True where numerator and denominator of a share count pupils. */
export function isShareOfPupils({
  id,
  unit,
}: {
  readonly id: string;
  readonly unit: 'count' | 'ratio' | 'gbp' | 'score';
}): boolean {
  return unit === 'ratio' && !ofSessions.has(id);
}
