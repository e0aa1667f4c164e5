/** The lines of a picture of results, in the order of its key; each has a dash and a mark of its own. */
export const lineIds = ['council', 'complement', 'region', 'national', 'neighbours'] as const;

export type LineId = (typeof lineIds)[number];

/** A year of a picture of results: the figure of each line, null where there is none. */
export type ResultYear = {
  readonly period: string;
  readonly values: Readonly<Record<LineId, number | null>>;
  /** Whether it is known that the year has no results at all. */
  readonly silent: boolean;
  /** Whether Covid has touched its results. */
  readonly covid: boolean;
};

/** The lines of which there is any figure. */
export function linesWith(years: readonly ResultYear[]): readonly LineId[] {
  return lineIds.filter((id) => years.some(({ values }) => values[id] !== null));
}
