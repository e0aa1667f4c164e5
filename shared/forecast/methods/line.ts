import { mean } from '../statistics.ts';

/** The least-squares line through values at 0, 1, 2, …. */
export function lineThrough(values: readonly number[]): {
  readonly intercept: number;
  readonly slope: number;
} {
  const middle = (values.length - 1) / 2;
  const level = mean(values);
  let product = 0;
  let square = 0;
  values.forEach((value, place) => {
    product += (place - middle) * (value - level);
    square += (place - middle) ** 2;
  });
  const slope = square > 0 ? product / square : 0;
  return { intercept: level - slope * middle, slope };
}
