import type { GapYear } from '../../../shared/recompute/outcomes/scorecard-view.ts';

/** The lines of a picture of results, in the order of its key; each has a dash and a mark of its own. */
export const lines = [
  { id: 'council', of: (year: GapYear) => year.council.value },
  { id: 'complement', of: (year: GapYear) => year.complement?.value ?? null },
  { id: 'region', of: (year: GapYear) => year.region.value },
  { id: 'national', of: (year: GapYear) => year.national.value },
  { id: 'neighbours', of: (year: GapYear) => year.neighbours.value },
] as const;

export type LineId = (typeof lines)[number]['id'];

/** The lines of which there is any figure. */
export function linesWith(years: readonly GapYear[]): readonly (typeof lines)[number][] {
  return lines.filter(({ of }) => years.some((year) => of(year) !== null));
}
