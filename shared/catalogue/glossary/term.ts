/** A word or sign that a reader may not know. */
export type Term = {
  readonly id: string;
  /** As it stands in texts and tables: `EHCP`, `c`. */
  readonly term: string;
  /** Written out in full. */
  readonly short: string;
  /** One or two plain sentences. */
  readonly meaning: string;
};
