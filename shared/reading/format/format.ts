import type { RowEvent } from '../row-event.ts';

/** How many of these cells are headings that the feed knows: tells a right split into cells from a wrong one. */
export type KnownHeadings = (cells: readonly string[]) => number;

/** A way in which rows are written as bytes. */
export type Format = {
  readonly name: string;
  /** Whether a file that begins so is of this format. */
  recognises(head: Uint8Array): boolean;
  /** The rows; throws only what the byte stream throws. */
  rows(bytes: AsyncIterable<Uint8Array>, knownHeadings: KnownHeadings): AsyncIterable<RowEvent>;
};
