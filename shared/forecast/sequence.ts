/** The value at a place that must exist; throws when it does not, since that is a bug of the caller. */
export function at(values: ArrayLike<number>, index: number): number {
  const value = values[index];
  if (value === undefined) throw new RangeError(`Cannot read place ${index}: there are ${values.length}.`);
  return value;
}

/** The last value; throws on an empty sequence. */
export function last(values: ArrayLike<number>): number {
  return at(values, values.length - 1);
}

/** One thing for each of 0 … length − 1. */
export function sequence<T>(length: number, value: (index: number) => T): T[] {
  const made: T[] = [];
  for (let index = 0; index < length; index++) made.push(value(index));
  return made;
}
