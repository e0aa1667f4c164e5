/** P(X ≤ k) of so many trials with a chance each, for k = 0 … trials. */
export function cumulative(trials: number, chance: number): readonly number[] {
  if (chance <= 0) return Array.from({ length: trials + 1 }, () => 1);
  if (chance >= 1) return Array.from({ length: trials + 1 }, (_, k) => (k === trials ? 1 : 0));
  const [yes, no] = [Math.log(chance), Math.log1p(-chance)];
  // In logarithms, for a thousand factors of 0.01 are too small for a number.
  let ways = 0;
  let sum = 0;
  return Array.from({ length: trials + 1 }, (_, k) => {
    if (k > 0) ways += Math.log(trials - k + 1) - Math.log(k);
    sum += Math.exp(ways + k * yes + (trials - k) * no);
    return Math.min(1, sum);
  });
}
