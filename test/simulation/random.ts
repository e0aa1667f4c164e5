/** Chance out of one seed: the same seed gives the same numbers on every machine. */
export type Random = {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  /** True with a probability of 0 to 1. */
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
};

/** Mulberry32 behind a mixed seed, so that neighbouring seeds have nothing in common. */
export function randomOf(seed: number): Random {
  let state = mixed(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    return mixed(state) / 2 ** 32;
  }
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

/** Scatters a whole number over 0 to 2³² − 1. */
export function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
