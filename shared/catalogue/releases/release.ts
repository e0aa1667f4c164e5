import type { Dimensions } from '../../facts/cell.ts';

/** A column of a release that holds the figure of a metric. */
export type ReleaseFigure = {
  readonly column: string;
  readonly metric: string;
  /** How it is written; a percentage becomes a fraction. A quotient is worked out from two columns. */
  readonly written: 'number' | 'percent' | 'quotient';
  /** The columns of part and whole of a share. */
  readonly of?: { readonly numerator: string; readonly denominator: string };
};

/** What a known release of Explore Education Statistics holds, by its header. */
export type Release = {
  readonly id: string;
  readonly title: string;
  /** Rows that are mapped: by filter column, its values with the dimensions that they stand for. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, Dimensions>>>>;
  readonly figures: readonly ReleaseFigure[];
};
