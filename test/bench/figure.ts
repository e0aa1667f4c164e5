/** One measured figure beside what it is held against: a peer measured in the same run, or a budget. */
export type Figure = {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly against: { readonly name: string; readonly value: number };
  /** Which side of `against` is good. */
  readonly better: 'lower' | 'higher';
};

/** A bench: measured one after the other, so that none disturbs another. */
export type Bench = { readonly name: string; readonly measure: () => Promise<readonly Figure[]> };

/** The value that a part of the values lies below; `part` 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  if (value === undefined) throw new Error('Cannot take a quantile of no values');
  return value;
}

/** Milliseconds that each of several calls takes, one after the other; the first ones warm up and do not count. */
export async function timed(calls: number, warmUp: number, call: (at: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let at = -warmUp; at < calls; at += 1) {
    const start = performance.now();
    await call(at);
    if (at >= 0) times.push(performance.now() - start);
  }
  return times;
}

export function isMet({ value, against, better }: Figure): boolean {
  return better === 'lower' ? value <= against.value : value >= against.value;
}
