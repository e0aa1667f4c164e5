import { at } from './sequence.ts';

/** Consecutive months with a value each, from the first known to the last known figure that count. */
export type History = {
  /** How many months of the input lie before it. */
  readonly skipped: number;
  /** Figures as given, gaps filled in a straight line: for fitting only, never counted as data. */
  readonly values: readonly number[];
  readonly known: readonly boolean[];
  /** How many figures are known. */
  readonly count: number;
};

/** Months further back than twenty years say nothing about the next two. */
const LONGEST = 240;

/**
 * Trims and fills a series; null where there is no figure at all.
 * A figure that is not finite is a bug of the caller: RangeError.
 */
export function historyOf(figures: readonly (number | null)[]): History | null {
  const wrong = figures.find((figure) => figure !== null && !Number.isFinite(figure));
  if (wrong !== undefined) {
    throw new RangeError(
      `Cannot forecast from ${wrong}: a figure is a finite number, or null where there is none.`,
    );
  }
  const end = figures.findLastIndex((figure) => figure !== null) + 1;
  const oldest = Math.max(0, end - LONGEST);
  const first = figures.findIndex((figure, place) => figure !== null && place >= oldest);
  if (first < 0) return null;
  const kept = figures.slice(first, end);
  const known = kept.map((figure) => figure !== null);
  return { skipped: first, values: filled(kept), known, count: known.filter(Boolean).length };
}

/** How many figures were known when the history was so many months long. */
export function knownWithin({ known }: History, length: number): number {
  return known.slice(0, length).filter(Boolean).length;
}

function filled(figures: readonly (number | null)[]): number[] {
  const values: number[] = [];
  let before = 0;
  figures.forEach((figure, place) => {
    if (figure === null) return;
    const gap = place - before;
    for (let step = 1; step < gap; step++) {
      // Weighted ends rather than start + step × slope: the slope between two huge figures can overflow.
      const part = step / gap;
      values.push((1 - part) * at(values, before) + part * figure);
    }
    values.push(figure);
    before = place;
  });
  return values;
}
