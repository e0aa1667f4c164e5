import type { Known } from '../../recompute/figures.ts';
import { knownOf } from '../../recompute/known.ts';
import { readAsOf } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import type { Problem } from '../problem.ts';

/** What is known of an area and the instant to look from: the end of the day `asOf`, or now. */
export async function knownAsOf(
  area: string,
  asOf: string | undefined,
  ports: ComputePorts,
): Promise<{ readonly known: Known; readonly at: Date } | Problem> {
  const at = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
  return at instanceof Date ? { known: await knownOf(area, ports), at } : at;
}
