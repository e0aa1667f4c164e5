/**
 * What the figures are, which decides where a forecast may not go.
 * stock: counts on a day, never below 0 · flow: counts a month, never below 0 · share: within 0–1 ·
 * share-of-stock: the same, on a day, so that it wanders as a stock does · money: any sign · unknown: the sign as seen (never negative when no value seen is).
 */
export type SeriesNature = 'stock' | 'flow' | 'share' | 'share-of-stock' | 'money' | 'unknown';

export type Bounds = { readonly floor: number; readonly ceiling: number };

/** The range that a forecast of these figures stays within. A value outside its nature widens it: figures are believed. */
export function boundsOf(nature: SeriesNature, values: readonly number[]): Bounds {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    lowest = Math.min(lowest, value);
    highest = Math.max(highest, value);
  }
  const { floor, ceiling } = nominalBounds(nature, lowest);
  return { floor: Math.min(floor, lowest), ceiling: Math.max(ceiling, highest) };
}

/** A number moved to the nearest end of the bounds when it lies outside. */
export function within({ floor, ceiling }: Bounds, value: number): number {
  return Math.min(ceiling, Math.max(floor, value));
}

function nominalBounds(nature: SeriesNature, lowest: number): Bounds {
  switch (nature) {
    case 'stock':
    case 'flow':
      return { floor: 0, ceiling: Number.MAX_VALUE };
    case 'share':
    case 'share-of-stock':
      return { floor: 0, ceiling: 1 };
    case 'money':
      return { floor: -Number.MAX_VALUE, ceiling: Number.MAX_VALUE };
    case 'unknown':
      return { floor: lowest < 0 ? -Number.MAX_VALUE : 0, ceiling: Number.MAX_VALUE };
  }
}

/** Whether figures are fractions, which people read in percent. */
export function isShare(nature: SeriesNature): boolean {
  return nature === 'share' || nature === 'share-of-stock';
}
