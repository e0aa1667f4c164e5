/** A figure as somebody who opens the file by hand would note it; nothing here is shared with the product. */
export type HandFigure = {
  /** `E06000054`, `E12000009` or `ENGLAND`. */
  readonly place: string;
  readonly metric: string;
  readonly group?: string;
  readonly period: string;
  /** Null where the file has a symbol. */
  readonly value: number | null;
  readonly status?: string;
  readonly numerator?: number;
  readonly denominator?: number;
};

/** What the rows of a file say, and how many of them say something. */
export type HandReading = { readonly figures: readonly HandFigure[]; readonly rows: number };

export const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e-?\d+)?$/i;

/** The number that a cell holds, else its symbol. */
export function numberOrSymbol(text: string): { readonly value: number | null; readonly status?: string } {
  const trimmed = text.trim();
  return PLAIN_NUMBER.test(trimmed)
    ? { value: Number(trimmed) }
    : { value: null, status: trimmed.toLowerCase() };
}
