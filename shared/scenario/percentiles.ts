/** Where the values of many paths lie: 5% of them below `p5`, half below `p50`. */
export type Percentiles = {
  readonly p5: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
};

/** The percentiles of at least one value, in straight lines between neighbours (Hyndman and Fan 1996, type 7). Sorts the values. */
export function percentilesOf(values: Float64Array): Percentiles {
  values.sort();
  const part = (share: number): number => {
    const place = share * (values.length - 1);
    const below = values[Math.floor(place)];
    const above = values[Math.ceil(place)];
    if (below === undefined || above === undefined) throw new Error('Cannot take percentiles of no values');
    return below + (above - below) * (place - Math.floor(place));
  };
  return { p5: part(0.05), p10: part(0.1), p50: part(0.5), p90: part(0.9), p95: part(0.95) };
}
