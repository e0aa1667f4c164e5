import * as z from 'zod';
import type { Claims } from '../../shared/api/authorise.ts';
import { type ApiResponse, respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { calculations } from '../../shared/api/routes/calculations.ts';
import { views } from '../../shared/api/routes/views.ts';
import { dropId } from '../../shared/facts/drop-id.ts';
import { untroubled } from './invocation.ts';
import { COUNCIL, OTHER_COUNCIL, SERVED } from './places.ts';
import { simulatedStores } from './stores.ts';
import type { World } from './world.ts';

const SCOPES = ['read', 'upload', 'operate', 'read-small-numbers'];

/** The token of somebody of a council who may read, and not small numbers. */
export function publicToken(area: string): string {
  return `${area}.reader`;
}

/** A token is the code of the council that its bearer works for. */
function verify(token: string): Promise<Claims | undefined> {
  const area = SERVED.find((each) => token === each || token === publicToken(each));
  const scopes = area === token ? SCOPES : ['read'];
  return Promise.resolve(area === undefined ? undefined : { subject: token, scopes, areas: [area] });
}

function portsOf({ tables, queues, newId, now }: World) {
  return {
    ...simulatedStores(tables, untroubled),
    ...{ verify, areas: SERVED, newId },
    clock: { now: () => new Date(now) },
    dirty: (area: string) => Promise.resolve(queues.send('dirty', { kind: 'area', area })),
    requestRecompute: (area: string, request: string) =>
      Promise.resolve(queues.send('dirty', { kind: 'area', area, request })),
    putDrop: () => Promise.reject(new Error('Nobody promotes a scenario in the simulation')),
    signUpload: () => Promise.reject(new Error('Nobody asks for an address in the simulation')),
  };
}

/** What the API answers to a request below `/api/v1`. */
export async function ask(
  world: World,
  path: string,
  {
    token,
    method = 'GET',
    body,
  }: { readonly token?: string; readonly method?: string; readonly body?: string },
): Promise<ApiResponse> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const [at = '', search = ''] = path.split('?');
  const query = Object.fromEntries(new URLSearchParams(search));
  const request = { method, path: `/api/v1${at}`, query, headers, ...(body !== undefined && { body }) };
  const ports = portsOf(world);
  if (method !== 'GET') return await respond(request, actions, ports);
  return /\/(versions|changes|replay|mappings\/[^/]+)$/.test(at)
    ? await respond(request, calculations, ports)
    : await respond(request, views, ports);
}

/** Asks for a recompute as a council does. */
export async function askForRecompute(world: World, area: string): Promise<void> {
  const { status } = await ask(world, `/areas/${area}/recompute`, { token: area, method: 'POST' });
  if (status !== 202) world.witness.violations.push(`17: asking for a recompute was answered ${status}`);
}

const mappingSchema = z.object({ version: z.int(), by: z.string().nullable() });

/** Settles a mapping as a council does: a heading that no file has. With `stale` it has not seen the latest version. */
export async function settleMapping(world: World, area: string, stale: boolean): Promise<void> {
  const path = `/areas/${area}/mappings/send-monthly`;
  const read = mappingSchema.parse(JSON.parse((await ask(world, path, { token: area })).body));
  const version = read.version + (stale ? 1 : 0);
  const body = JSON.stringify({ columns: { [`Heading ${version}`]: 'ehcp_active' }, version });
  const { status } = await ask(world, path, { token: area, method: 'PUT', body });
  if (status !== (stale ? 409 : 200)) world.witness.violations.push(`8: settling was answered ${status}`);
  const after = mappingSchema.parse(JSON.parse((await ask(world, path, { token: area })).body));
  if (after.version !== read.version + (stale ? 0 : 1))
    world.witness.violations.push(`8: after version ${read.version} of a setting came ${after.version}`);
}

const pointsSchema = z.object({
  points: z.array(
    z.object({
      period: z.string(),
      value: z.number().nullable(),
      status: z.string().optional(),
      drop: z.string(),
    }),
  ),
});
const versionsSchema = z.object({
  items: z.array(
    z.object({
      ...{ value: z.number().nullable(), status: z.string().optional() },
      ...{ drop: z.string(), row: z.int(), current: z.boolean() },
    }),
  ),
});

/** What is wrong with what the API answers now about a council, to its own people, to others and to strangers. */
export async function apiReading(world: World, area: string): Promise<string[]> {
  const wrong: string[] = [];
  const foreign = area === COUNCIL ? OTHER_COUNCIL : COUNCIL;
  const series = `/areas/${area}/series/ehcp.active`;
  for (const path of ['summary', 'ratings', 'alerts', 'drops', 'drops?limit=1']) {
    const { status } = await ask(world, `/areas/${area}/${path}`, { token: area });
    if (status !== 200) wrong.push(`17: ${path} of ${area} was answered ${status}`);
  }
  for (const path of [
    series,
    `/areas/${area}/alerts`,
    `/areas/${area}/drops`,
    `${series}/versions?period=2024-12`,
  ]) {
    const refused = await ask(world, path, { token: foreign });
    if (refused.status !== 403 || /ehcp|2024-1/.test(refused.body))
      wrong.push(`14: ${foreign} was answered ${refused.status} about ${path}: ${refused.body}`);
    const stranger = await ask(world, path, {});
    if (stranger.status !== 401) wrong.push(`14: a stranger was answered ${stranger.status} about ${path}`);
  }
  const { points } = pointsSchema.parse(JSON.parse((await ask(world, series, { token: area })).body));
  for (const { period, ...point } of points) {
    if (!saidBy(world, area, { ...point, period }))
      wrong.push(`7, 11: ${area} shows ${JSON.stringify(point)} for ${period}, which its drop does not say`);
  }
  for (const period of ['2024-12', '2025-01']) {
    const answer = await ask(world, `${series}/versions?period=${period}`, { token: area });
    const { items } = versionsSchema.parse(JSON.parse(answer.body));
    wrong.push(...wrongHistory(world, area, period, items));
  }
  return wrong;
}

type Said = {
  readonly period: string;
  readonly value: number | null;
  readonly status?: string | undefined;
  readonly drop: string;
  readonly row?: number;
};

/** Every committed version that says something of EHCPs itself, with the id of its drop and what it says. */
function statementsOf({ bucket, witness, now }: World, area: string): Required<Said>[] {
  const versions = bucket
    .keys()
    .filter((key) => key.startsWith(`${area}/`))
    .flatMap((key) => bucket.versions(key))
    .filter(
      (version) =>
        witness.hasCommitted(version) &&
        version.expected.writer.versionId === version.versionId &&
        Date.parse(version.expected.knownAt) <= now,
    );
  return versions.flatMap(({ key, versionId, putTime, expected }) =>
    expected.statements
      .filter(({ cell }) => cell === 'ehcp.active')
      .map(({ month, value, status, row }) => ({
        ...{ period: month, value, status: status ?? undefined, row },
        drop: dropId(putTime, key, versionId),
      })),
  );
}

/** A drop of that id is of a version in the bucket, and its row says so: a symbol is not a zero, nor a blank. */
function saidBy(world: World, area: string, said: Said): boolean {
  return statementsOf(world, area).some(
    ({ period, value, status, drop, row }) =>
      period === said.period &&
      value === said.value &&
      status === said.status &&
      drop === said.drop &&
      (said.row === undefined || said.row === row),
  );
}

/** Nothing that was ever committed is missing from the history of a month, and at most one value is the current. */
function wrongHistory(
  world: World,
  area: string,
  period: string,
  items: z.output<typeof versionsSchema>['items'],
): string[] {
  const said = statementsOf(world, area).filter((each) => each.period === period);
  const wrong = items.find((item) => !saidBy(world, area, { ...item, period }));
  if (wrong) return [`7: the history of ${period} holds ${JSON.stringify(wrong)}, which no file says`];
  if (items.length !== said.length)
    return [`8: the history of ${period} holds ${items.length} of ${said.length} values`];
  const current = items.filter((item) => item.current).length;
  return current > 1 ? [`8: ${current} values of ${period} are current`] : [];
}
