import type { Veil } from '../../disclosure/veil.ts';
import type { Known } from '../../recompute/figures.ts';
import { knownOf } from '../../recompute/known.ts';
import type { Claims } from '../authorise.ts';
import { readAsOf } from '../parameters.ts';
import type { ComputePorts } from '../ports.ts';
import type { Problem } from '../problem.ts';
import { rememberedCellsOf } from '../remembered-cells.ts';
import { sightOf } from '../sight.ts';
import { knownIn, veilIn } from '../veiled.ts';

/** What a caller knows of an area, and what is veiled from them. */
export type KnownTo = { readonly known: Known; readonly veil: Veil | undefined };

/** What a caller may know of an area, of all times. */
export async function knownTo(
  area: string,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<KnownTo | Problem> {
  const sight = await sightOf(area, caller, ports);
  if (!('kind' in sight)) return sight;
  return { known: knownIn(sight, await knownOf(area, ports, rememberedCellsOf)), veil: veilIn(sight) };
}

/** The same, and the instant to look from: the end of the day `asOf`, or now. */
export async function knownAsOf(
  area: string,
  asOf: string | undefined,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<(KnownTo & { readonly at: Date }) | Problem> {
  const at = asOf === undefined ? ports.clock.now() : readAsOf(asOf, ports);
  if (!(at instanceof Date)) return at;
  const found = await knownTo(area, caller, ports);
  return 'known' in found ? { ...found, at } : found;
}
