/** The rank of each value in its place, the smallest 1; equal values share the mean of their ranks. */
export function ranks(values: readonly number[]): readonly number[] {
  const ordered = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const found = values.map(() => 0);
  for (let from = 0; from < ordered.length; ) {
    let to = from;
    while (ordered[to + 1]?.value === ordered[from]?.value) to += 1;
    for (const { at } of ordered.slice(from, to + 1)) found[at] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return found;
}
