/** A share of so many. */
export type Share = { readonly value: number; readonly of: number };
export type Interval = { readonly lower: number; readonly upper: number };

/** Two-sided 95% of the normal distribution. */
const Z = 1.959964;

/**
 * Where the true share lies with 95% confidence, 0–1: the score interval, which holds for few cases and for shares near
 * 0 and 1 as well. `of` is above 0. Source: Wilson (1927).
 */
export function wilsonInterval({ value, of }: Share): Interval {
  const centre = value + Z ** 2 / (2 * of);
  const spread = Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return { lower: Math.max(0, (centre - spread) / scale), upper: Math.min(1, (centre + spread) / scale) };
}

/** Where the true difference of two independent shares lies with 95% confidence. Source: Newcombe (1998), method 10. */
export function differenceInterval(later: Share, earlier: Share): Interval {
  const [a, b] = [wilsonInterval(later), wilsonInterval(earlier)];
  const difference = later.value - earlier.value;
  return {
    lower: difference - Math.hypot(later.value - a.lower, b.upper - earlier.value),
    upper: difference + Math.hypot(a.upper - later.value, earlier.value - b.lower),
  };
}
