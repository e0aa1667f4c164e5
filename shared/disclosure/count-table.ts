/**
 * One count that a table says or that follows from it. `shownBy` names what shows it to a reader: while that is
 * withheld, the reader does not know the value. Without it the count is known to everybody.
 */
export type Count = {
  readonly id: string;
  readonly shownBy: string | undefined;
  /** Whole. */
  readonly value: number;
  /** What it can be, as somebody knows who knows these rules: a small one lies below the threshold. */
  readonly lowest: number;
  readonly highest: number;
  /** Nobody may be able to tell it exactly. */
  readonly small: boolean;
};

/**
 * What a reader knows of counts together: `lowest` ≤ Σ times × count ≤ `highest`. It holds of the true values. With
 * `shownBy` the reader knows it only while that is shown: a rounded rate, a rating.
 */
export type Relation = {
  readonly terms: readonly Term[];
  readonly lowest: number;
  readonly highest: number;
  readonly shownBy?: string;
};

export type Term = { readonly count: string; readonly times: number };

/** All counts that hang together, what ties them, and what withholding each thing shown costs a reader. */
export type CountTable = {
  readonly counts: readonly Count[];
  readonly relations: readonly Relation[];
  /** By what is shown; what is not named costs 1. The cheapest is withheld first. */
  readonly costs: ReadonlyMap<string, number>;
};
