import { at } from './sequence.ts';

/** Consecutive months with a value each, from the first known to the last known figure. */
export type History = {
  /** How many months of the input lie before it. */
  readonly skipped: number;
  /** Figures as given, gaps filled in a straight line: for fitting only, never counted as data. */
  readonly values: readonly number[];
  readonly known: readonly boolean[];
  readonly count: number;
};

/** Trims and fills a series; null where there is no figure at all. A figure that is not finite is a bug of the caller: RangeError. */
export function historyOf(figures: readonly (number | null)[]): History | null {
  for (const figure of figures) {
    if (figure !== null && !Number.isFinite(figure)) {
      throw new RangeError(
        `Cannot forecast from ${figure}: a figure is a finite number, or null where there is none.`,
      );
    }
  }
  const first = figures.findIndex((figure) => figure !== null);
  const end = figures.findLastIndex((figure) => figure !== null);
  if (first < 0) return null;
  const kept = figures.slice(first, end + 1);
  const known = kept.map((figure) => figure !== null);
  return { skipped: first, values: filled(kept), known, count: known.filter(Boolean).length };
}

function filled(figures: readonly (number | null)[]): number[] {
  const values: number[] = [];
  let before = 0;
  figures.forEach((figure, place) => {
    if (figure === null) return;
    const gap = place - before;
    for (let step = 1; step < gap; step++) {
      // Weighted ends rather than end + step × slope: the slope between two huge figures can overflow.
      const part = step / gap;
      values.push((1 - part) * at(values, before) + part * figure);
    }
    values.push(figure);
    before = place;
  });
  return values;
}
