import { ranks } from './ranks.ts';

/** A coefficient between −1 and 1 with its 95% interval; the interval is null under four pairs, where none can be had. */
export type Coefficient = {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
};

/** Two figures of one place or year. */
export type Pair = { readonly x: number; readonly y: number };

/** Two-sided 95% of the normal distribution. */
const Z = 1.959964;
const FEWEST_PAIRS = 3;
const FEWEST_FOR_INTERVAL = 4;

/**
 * How closely pairs lie along a straight line, with the interval of Fisher's z (standard error 1 ÷ √(n − 3)).
 * Undefined under three pairs, or where one of both figures is everywhere the same: there is no coefficient then.
 * Source: Fisher (1921).
 */
export function pearson(pairs: readonly Pair[]): Coefficient | undefined {
  const value = productMoment(pairs);
  return value === undefined ? undefined : withInterval(value, 1 / Math.sqrt(pairs.length - 3), pairs.length);
}

/**
 * How closely the ranks of pairs agree; equal figures share the mean of their ranks. The standard error in Fisher's z
 * is √((1 + r² ÷ 2) ÷ (n − 3)). Undefined as for `pearson`. Source: Spearman (1904); Bonett and Wright (2000).
 */
export function spearman(pairs: readonly Pair[]): Coefficient | undefined {
  const [x, y] = [ranks(pairs.map((pair) => pair.x)), ranks(pairs.map((pair) => pair.y))];
  const value = productMoment(pairs.map((_, at) => ({ x: x[at] ?? 0, y: y[at] ?? 0 })));
  if (value === undefined) return undefined;
  return withInterval(value, Math.sqrt((1 + value ** 2 / 2) / (pairs.length - 3)), pairs.length);
}

function productMoment(pairs: readonly Pair[]): number | undefined {
  if (pairs.length < FEWEST_PAIRS) return undefined;
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [middleX, middleY] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))];
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    xx += (x - middleX) ** 2;
    yy += (y - middleY) ** 2;
    xy += (x - middleX) * (y - middleY);
  }
  // What differs by the noise of binary fractions alone does not differ.
  const same = (sum: number, middle: number) => sum <= (Math.abs(middle) * 1e-12) ** 2 * pairs.length;
  if (same(xx, middleX) || same(yy, middleY)) return undefined;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

function withInterval(value: number, error: number, n: number): Coefficient {
  if (n < FEWEST_FOR_INTERVAL) return { value, lower: null, upper: null };
  const z = Math.atanh(value);
  return { value, lower: Math.tanh(z - Z * error), upper: Math.tanh(z + Z * error) };
}
