import { dayInLondon } from '../period/london.ts';
import { version } from '../version.ts';
import type { Claims } from './authorise.ts';
import type { ApiPorts } from './ports.ts';
import { seesSmallNumbers } from './sight.ts';

type Asked = {
  readonly params: { readonly area: string };
  readonly query: { readonly asOf?: string };
  readonly caller: Pick<Claims, 'scopes'>;
  readonly ports: Pick<ApiPorts, 'runs' | 'clock'>;
};

/**
 * What an answer from the current run of an area is made from, beside its address: the hash of all that went into the
 * run, which overrides have ended since, who may see what, the day (years begin), and the product itself. Undefined
 * where it is not made from that run.
 */
export async function runStamp({ params, query, caller, ports }: Asked): Promise<string | undefined> {
  if (query.asOf !== undefined) return undefined;
  const current = await ports.runs.current(params.area);
  if (current?.overridesEnd === undefined) return undefined;
  const now = ports.clock.now();
  const ended = current.overridesEnd.filter((until) => Date.parse(until) < now.getTime()).length;
  const sight = seesSmallNumbers(caller) ? 'whole' : 'protected';
  return [current.runId, current.inputDigest, ended, sight, dayInLondon(now), version].join(' ');
}
