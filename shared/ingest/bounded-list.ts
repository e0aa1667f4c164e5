/** A list that keeps the first entries up to a limit, and counts all. */
export type BoundedList<T> = { add(entry: T): void; readonly kept: readonly T[]; readonly count: number };

export function boundedList<T>(limit: number): BoundedList<T> {
  const kept: T[] = [];
  let count = 0;
  return {
    add(entry) {
      count += 1;
      if (kept.length < limit) kept.push(entry);
    },
    kept,
    get count() {
      return count;
    },
  };
}
