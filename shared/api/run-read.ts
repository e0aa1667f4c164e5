import { protectedPart } from '../recompute/part-names.ts';
import type { Claims } from './authorise.ts';
import { readAsOf } from './parameters.ts';
import type { ComputePorts } from './ports.ts';
import type { Problem } from './problem.ts';
import { protectedSight, type Sight, seesSmallNumbers, sightOf } from './sight.ts';

/** A run that a route answers from. */
export type RunRead = {
  readonly kind: 'run';
  /** The instant looked from. */
  readonly at: Date;
  /**
   * A part by its name, as the caller may see it; undefined when the run has none of that name, or the area has no run
   * yet.
   */
  readonly part: (name: string) => Promise<unknown>;
};

type Refused = { readonly kind: 'problem'; readonly problem: Problem };

/** The current run of an area; with `asOf` the run that what was known at the end of that day gives. */
export async function readRun(
  area: string,
  asOf: string | undefined,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
): Promise<RunRead | Refused> {
  if (asOf === undefined) return await currentRun(area, caller, ports);
  const at = readAsOf(asOf, ports);
  if (!(at instanceof Date)) return { kind: 'problem', problem: at };
  const sight = await sightOf(area, caller, ports);
  if (!('kind' in sight)) return { kind: 'problem', problem: sight };
  const { partsAsKnown } = await import('./parts-as-known.ts');
  const parts = await partsAsKnown(area, at, sight, ports);
  return { kind: 'run', at, part: (name) => seen(sight.kind, name, (each) => Promise.resolve(parts[each])) };
}

async function currentRun(
  area: string,
  caller: Pick<Claims, 'scopes'>,
  { runs, clock }: ComputePorts,
): Promise<RunRead | Refused> {
  const at = clock.now();
  const current = await runs.current(area);
  const part = async (name: string) => current && (await runs.part(area, current.runId, name));
  if (seesSmallNumbers(caller)) return { kind: 'run', at, part };
  const sight = await protectedSight(area, current, runs);
  if (!('kind' in sight)) return { kind: 'problem', problem: sight };
  return { kind: 'run', at, part: (name) => seen('protected', name, part) };
}

/** A part as it is seen: both are read at once. */
async function seen(
  kind: Sight['kind'],
  name: string,
  part: (name: string) => Promise<unknown>,
): Promise<unknown> {
  if (kind === 'whole') return await part(name);
  const [other, whole] = await Promise.all([part(protectedPart(name)), part(name)]);
  return other ?? whole;
}
