/** A value of a breakdown: the id that is kept and asked for, its name, and how else people write it. */
export type BreakdownWord = {
  readonly id: string;
  readonly name: string;
  /** Case, spacing and punctuation never matter. */
  readonly variants: readonly string[];
};
