import { at, sequence } from '../sequence.ts';

/**
 * How much of an error of 1 is still there after 0, 1, 2, … months, for the coefficients of the months before.
 * It never counts for more than itself: an unstable fit may not explode.
 */
export function responseOf(coefficients: readonly number[], horizon: number): number[] {
  const response: number[] = [];
  return sequence(horizon, (ahead) => {
    let weight = ahead === 0 ? 1 : 0;
    coefficients.forEach((coefficient, lag) => {
      if (ahead > lag) weight += coefficient * at(response, ahead - 1 - lag);
    });
    weight = Math.min(1, Math.max(-1, weight));
    response.push(weight);
    return weight;
  });
}

/** The standard deviation so many months ahead of errors of 1 a month that leave such a response. */
export function spreadOf(response: readonly number[]): number[] {
  let variance = 0;
  return response.map((weight) => {
    variance += weight * weight;
    return Math.sqrt(variance);
  });
}
