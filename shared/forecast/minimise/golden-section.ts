const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Where a function of one number is smallest between two ends: the best of an even grid, then golden sections
 * around it. The grid keeps it from the wrong one of several valleys. NaN counts as infinitely bad.
 */
export function goldenSection(
  cost: (x: number) => number,
  lowest: number,
  highest: number,
  { grid = 9, sections = 18 }: { grid?: number; sections?: number } = {},
): number {
  const step = (highest - lowest) / (grid - 1);
  let best = lowest;
  let bestCost = Number.POSITIVE_INFINITY;
  for (let k = 0; k < grid; k++) {
    const x = lowest + k * step;
    const found = cost(x);
    if (found < bestCost) [best, bestCost] = [x, found];
  }
  let low = Math.max(lowest, best - step);
  let high = Math.min(highest, best + step);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let leftCost = cost(left);
  let rightCost = cost(right);
  for (let k = 0; k < sections; k++) {
    if (leftCost < rightCost) {
      [high, right, rightCost] = [right, left, leftCost];
      left = high - GOLDEN * (high - low);
      leftCost = cost(left);
    } else {
      [low, left, leftCost] = [left, right, rightCost];
      right = low + GOLDEN * (high - low);
      rightCost = cost(right);
    }
  }
  const [x, found] = leftCost < rightCost ? [left, leftCost] : [right, rightCost];
  return found < bestCost ? x : best;
}
