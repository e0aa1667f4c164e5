import { at } from '../sequence.ts';

export type Range = { readonly start: number; readonly lowest: number; readonly highest: number };

type Corner = { readonly place: number[]; readonly cost: number };

/**
 * Where a function of a few numbers is smallest within a box (Nelder and Mead 1965, with places outside the
 * box moved to its wall). Stops when the corners' costs agree to the tolerance, or after so many evaluations.
 * A cost that is not a number counts as infinitely bad.
 */
export function nelderMead(
  cost: (place: readonly number[]) => number,
  ranges: readonly Range[],
  { evaluations = 200, tolerance = 1e-6 }: { evaluations?: number; tolerance?: number } = {},
): number[] {
  let used = 0;
  const corner = (wanted: readonly number[]): Corner => {
    const place = ranges.map(({ lowest, highest }, k) => Math.min(highest, Math.max(lowest, at(wanted, k))));
    const found = cost(place);
    used++;
    return { place, cost: Number.isNaN(found) ? Number.POSITIVE_INFINITY : found };
  };
  const start = ranges.map((range) => range.start);
  const corners = [corner(start), ...ranges.map((range, k) => corner(start.with(k, stepFrom(range))))];
  const size = ranges.length;
  while (used < evaluations) {
    corners.sort((a, b) => a.cost - b.cost);
    const best = corners[0];
    const worst = corners[size];
    const second = corners[size - 1];
    if (best === undefined || worst === undefined || second === undefined) break;
    if (worst.cost - best.cost <= tolerance * (Math.abs(best.cost) + tolerance)) break;
    const centre = start.map((_, k) => {
      let total = 0;
      for (let c = 0; c < size; c++) total += at(corners[c]?.place ?? [], k);
      return total / size;
    });
    const along = (factor: number): Corner =>
      corner(centre.map((middle, k) => middle + factor * (middle - at(worst.place, k))));
    const reflected = along(1);
    if (reflected.cost < best.cost) {
      const expanded = along(2);
      corners[size] = expanded.cost < reflected.cost ? expanded : reflected;
    } else if (reflected.cost < second.cost) {
      corners[size] = reflected;
    } else {
      const contracted = along(reflected.cost < worst.cost ? 0.5 : -0.5);
      if (contracted.cost < Math.min(reflected.cost, worst.cost)) corners[size] = contracted;
      else shrink(corners, best, corner);
    }
  }
  corners.sort((a, b) => a.cost - b.cost);
  return corners[0]?.place ?? start;
}

function stepFrom({ start, lowest, highest }: Range): number {
  const step = 0.25 * (highest - lowest);
  return start + step <= highest ? start + step : start - step;
}

function shrink(corners: Corner[], best: Corner, corner: (place: readonly number[]) => Corner): void {
  for (let c = 1; c < corners.length; c++) {
    const { place } = corners[c] ?? best;
    corners[c] = corner(place.map((value, k) => (value + at(best.place, k)) / 2));
  }
}
