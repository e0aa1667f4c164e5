import { DISCLOSURE_PART, OFFICERS_AFTER_PART, protectedPart } from '../recompute/part-names.ts';
import type { RunHead } from '../recompute/run.ts';
import type { Claims } from './authorise.ts';
import { readAsOf } from './parameters.ts';
import type { ComputePorts } from './ports.ts';
import type { Problem } from './problem.ts';
import { notJudged, type Sight, seesSmallNumbers, sightOf } from './sight.ts';

/** A run that a route answers from. */
export type RunRead = {
  readonly kind: 'run';
  /** The instant looked from. */
  readonly at: Date;
  /**
   * A part by its name, one of those that were asked for, as the caller may see it; undefined when the run has none of
   * that name, or the area has no run yet.
   */
  readonly part: (name: string) => unknown;
  /** The same run with other parts, which the first ones name. */
  readonly more: (names: readonly string[]) => Promise<RunRead>;
};

type Refused = { readonly kind: 'problem'; readonly problem: Problem };

/** Names the parts that an answer is made from, looked at from an instant. */
export type PartsAskedFor = (at: Date) => readonly string[];

/**
 * The current run of an area; with `asOf` the run that what was known at the end of that day gives. All that the answer
 * is made from is asked for at once, so that the current run takes two round trips: which it is, and its parts.
 */
export async function readRun(
  area: string,
  asOf: string | undefined,
  caller: Pick<Claims, 'scopes'>,
  ports: ComputePorts,
  askedFor: PartsAskedFor,
): Promise<RunRead | Refused> {
  if (asOf === undefined) return await currentRun(area, caller, ports, askedFor);
  const at = readAsOf(asOf, ports);
  if (!(at instanceof Date)) return { kind: 'problem', problem: at };
  const sight = await sightOf(area, caller, ports);
  if (!('kind' in sight)) return { kind: 'problem', problem: sight };
  const { partsAsKnown } = await import('./parts-as-known.ts');
  const parts = await partsAsKnown(area, at, sight, ports);
  const run: RunRead = {
    ...{ kind: 'run', at, part: (name) => seen(sight.kind, name, (each) => parts[each]) },
    more: () => Promise.resolve(run),
  };
  return run;
}

async function currentRun(
  area: string,
  caller: Pick<Claims, 'scopes'>,
  { runs, clock }: ComputePorts,
  askedFor: PartsAskedFor,
): Promise<RunRead | Refused> {
  const at = clock.now();
  const current = await runs.current(area);
  if (!current) return nothing(at);
  const names = [...askedFor(at), ...(anOverrideHasEnded(current, at) ? [OFFICERS_AFTER_PART] : [])];
  const kind = seesSmallNumbers(caller) ? 'whole' : 'protected';
  const partsOf = async (wanted: readonly string[]) =>
    new Map(
      await Promise.all(
        wanted.map(async (name) => [name, await runs.part(area, current.runId, name)] as const),
      ),
    );
  const seenOf = async (wanted: readonly string[]) =>
    await partsOf(kind === 'whole' ? wanted : [...wanted.map(protectedPart), ...wanted]);
  const [pattern, parts] = await Promise.all([
    kind === 'whole' ? undefined : runs.part(area, current.runId, DISCLOSURE_PART),
    seenOf(names),
  ]);
  if (kind === 'protected' && pattern === undefined) return { kind: 'problem', problem: notJudged(area) };
  const runOf = (read: ReadonlyMap<string, unknown>): RunRead => ({
    ...{ kind: 'run', at },
    part(name) {
      if (!read.has(name) && name !== OFFICERS_AFTER_PART)
        throw new Error(`The part ${name} is read without having been asked for`);
      return seen(kind, name, (each) => read.get(each));
    },
    more: async (wanted) => runOf(await seenOf(wanted)),
  });
  return runOf(parts);
}

function nothing(at: Date): RunRead {
  const run: RunRead = { kind: 'run', at, part: () => undefined, more: () => Promise.resolve(run) };
  return run;
}

/** Whether the run has kept what officers say now that an override has ended. Older runs do not tell: it may have. */
function anOverrideHasEnded({ overridesEnd }: RunHead, at: Date): boolean {
  return overridesEnd?.some((until) => Date.parse(until) < at.getTime()) ?? true;
}

function seen(kind: Sight['kind'], name: string, part: (name: string) => unknown): unknown {
  return kind === 'whole' ? part(name) : (part(protectedPart(name)) ?? part(name));
}
