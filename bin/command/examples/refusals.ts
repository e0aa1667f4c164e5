import * as z from 'zod';
import type { Examples } from '../../../shared/api/examples/examples.ts';
import { respond } from '../../../shared/api/respond.ts';
import type { Answer, Asking } from './collect.ts';

const area = '/api/v1/areas/E06000054';

/** More than a file to be tried may have. */
const tooLarge = 'month,ehcp_active\n'.padEnd(5_000_000, ' ');

/**
 * A refusal of each status that the description knows. `stranger` is a header whose token holds and reaches nothing
 * that is asked. Throws when something is not refused so.
 */
export async function collectRefusals(
  { ask, askAs }: Asking,
  stranger: string,
): Promise<Examples['problems']> {
  const json = 'application/json';
  const refusals: readonly (readonly [status: number, () => Promise<Answer>])[] = [
    [400, () => ask('GET', `${area}/series/ehcp.active?asOf=2025-02-01`, json)],
    [401, () => askAs(undefined, `${area}/ratings`)],
    [403, () => askAs(stranger, `${area}/ratings`)],
    [404, () => ask('GET', `${area}/series/ehcp.activ`, json)],
    // The example of this write has been the first version.
    [409, () => ask('PUT', `${area}/reminder-days`, json, { critical: 5, warning: 15, version: 0 })],
    [413, () => ask('POST', `${area}/drops/dry-run?feed=send-monthly&filename=a.csv`, json, tooLarge)],
    [422, () => ask('POST', `${area}/drops/dry-run?filename=a.csv`, json, 'what,how many\nplans,6357\n')],
    [503, withoutKeys],
  ];
  const found: Examples['problems'] = {};
  for (const [status, refused] of refusals) {
    const { status: answered, type, text } = await refused();
    if (answered !== status || type !== 'application/problem+json')
      throw new Error(`For ${status} the answer was ${answered} ${type}: ${text.slice(0, 500)}`);
    found[status] = z.json().parse(JSON.parse(text));
  }
  return found;
}

/** The door while the keys of the identity provider cannot be had: those of this machine's issuer always can. */
async function withoutKeys(): Promise<Answer> {
  const { status, headers, body } = await respond(
    { method: 'GET', path: `${area}/ratings`, query: {}, headers: { authorization: 'Bearer any' } },
    [],
    { verify: () => Promise.resolve('unverifiable'), clock: { now: () => new Date() }, areas: [] },
  );
  const type = headers['content-type']?.split(';')[0] ?? '';
  return { status, type, text: body, bytes: Buffer.from(body) };
}
