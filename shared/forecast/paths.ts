import type { ForecastPoint } from './answer.ts';
import { normalStream, uniformStream } from './random.ts';
import { at } from './sequence.ts';

/** Standard normal quantiles at 90% and 97.5%: the ends of the 80% and 95% intervals. */
export const Z80 = 1.2815515655446004;
export const Z95 = 1.959963984540054;

/** An even number: each path has its mirror image. */
const PATHS = 2000;

/**
 * Possible futures that agree with the intervals month by month and hang together in time. Errors of a
 * forecast are part passing noise, part lasting change; the lasting part accumulates as the deviations
 * grow (as in exponential smoothing, where its share of the first month's error is the root of that growth).
 */
export function simulatePaths(
  points: readonly ForecastPoint[],
  deviation: readonly number[],
  seed: number,
): Float64Array[] {
  const normal = normalStream(uniformStream(seed));
  const steps = errorSteps(deviation);
  const paths: Float64Array[] = [];
  for (let pair = 0; pair < PATHS / 2; pair++) {
    const path = new Float64Array(points.length);
    const mirror = new Float64Array(points.length);
    let lasting = 0;
    points.forEach((point, ahead) => {
      const { noise, change, total } = steps[ahead] ?? { noise: 0, change: 0, total: 1 };
      lasting += change * normal();
      const z = total > 0 ? (lasting + noise * normal()) / total : 0;
      path[ahead] = valueAt(point, z);
      mirror[ahead] = valueAt(point, -z);
    });
    paths.push(path, mirror);
  }
  return paths;
}

/** The value of a month at a standard normal place: straight lines through the interval's five numbers. */
export function valueAt({ value, lower80, upper80, lower95, upper95 }: ForecastPoint, z: number): number {
  const [near, far] = z < 0 ? [lower80, lower95] : [upper80, upper95];
  const distance = Math.abs(z);
  if (distance <= Z80) return value + (near - value) * (distance / Z80);
  return near + (far - near) * ((distance - Z80) / (Z95 - Z80));
}

function errorSteps(deviation: readonly number[]) {
  const first = at(deviation, 0);
  const second = deviation[1] ?? first;
  const growth = first > 0 ? (second / first) ** 2 - 1 : 0;
  const share = Math.min(1, Math.sqrt(Math.max(0, growth)));
  const noise = Math.sqrt(1 - share) * first;
  let before = noise * noise;
  return deviation.map((total) => {
    const change = Math.sqrt(Math.max(0, total * total - before));
    before = Math.max(before, total * total);
    return { noise, change, total: Math.sqrt(before) };
  });
}
