import * as z from 'zod';
import { area } from './load.ts';

/** What a council sees in the end, without what depends on when a put arrived or how many recomputes there were. */
export type EndState = Readonly<Record<string, unknown>>;

const metrics = [
  'ehcp.active',
  'ehcp.requests',
  'ehcp.requests.r12',
  'ehcp.transferred-in',
  'inmss.placed',
  'inmss.share',
  'inmss.share.r12',
];

const dropSchema = z.object({
  id: z.string(),
  key: z.string(),
  state: z.string(),
  sha256: z.string().nullable(),
  knownAt: z.string(),
  cells: z.number(),
  rows: z.record(z.string(), z.number()),
  warnings: z.array(z.object({ code: z.string() })),
});
type DropSeen = z.output<typeof dropSchema>;

/** Reads everything that is to be equal. `get` answers the parsed body of a GET below `/api/v1`. */
export async function endState(get: (path: string) => Promise<unknown>): Promise<EndState> {
  const drops = await allDrops(get);
  const keys = new Map(drops.map(({ id, key }) => [id, key]));
  const series: Record<string, unknown> = {};
  for (const metric of metrics) series[metric] = timeless(await get(`/areas/${area}/series/${metric}`), keys);
  const money = await get(`/areas/${area}/series/dsg.in-year-balance?financialYear=FY2024`);
  return {
    ...series,
    'dsg.in-year-balance': timeless(money, keys),
    ratings: timeless(await get(`/areas/${area}/ratings?limit=200`), keys),
    alerts: alertsOf(await get(`/areas/${area}/alerts?state=firing&limit=200`)),
    drops: versionsOf(drops),
  };
}

/** Every drop of the council, oldest first. */
export async function allDrops(get: (path: string) => Promise<unknown>): Promise<readonly DropSeen[]> {
  const page = z.object({ items: z.array(dropSchema), next: z.string().nullable() });
  const found: DropSeen[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const answer = page.parse(
      await get(`/areas/${area}/drops?limit=200${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`),
    );
    found.push(...answer.items);
    next = answer.next;
  }
  return found.reverse();
}

/**
 * By key, what each version said, oldest first. A put whose answer was lost is put again: the repeat changes nothing and
 * is left out, as is a second delete marker on a first.
 */
function versionsOf(drops: readonly DropSeen[]): unknown {
  const byKey = Map.groupBy(drops, ({ key }) => key);
  return Object.fromEntries(
    [...byKey].sort().map(([key, versions]) => {
      const said = versions.map(({ state, sha256, cells, rows, knownAt }) =>
        sha256 === null ? 'deleted' : JSON.stringify({ state, sha256, cells, rows, knownAt }),
      );
      return [key, said.filter((each, at) => each !== said[at - 1])];
    }),
  );
}

/** Alerts by what they are about: how often one was sent before depends on how many recomputes there were. */
function alertsOf(answer: unknown): unknown {
  const items = z
    .object({
      items: z.array(
        z.object({
          metric: z.string().nullable(),
          topic: z.string(),
          severity: z.string(),
          rating: z.string().nullable(),
          title: z.string(),
        }),
      ),
    })
    .parse(answer).items;
  return items.map((item) => JSON.stringify(item)).sort();
}

// `record` holds forecasts that were really given against what came: a run that saw fewer files gave others.
const OF_THE_RUNS = new Set(['recordedAt', 'madeAt', 'record']);

/** The same without what tells when and how often the machine worked, drops named by their file. */
function timeless(value: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => timeless(each, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !OF_THE_RUNS.has(name))
      .map(([name, each]) => [
        name,
        name === 'drop' && typeof each === 'string'
          ? (keys.get(each) ?? `unknown drop ${each}`)
          : timeless(each, keys),
      ]),
  );
}

/** Where two end states differ, a line each; empty when they are equal. */
export function differences(undisturbed: unknown, tortured: unknown, at = ''): readonly string[] {
  if (Object.is(undisturbed, tortured)) return [];
  if (isObject(undisturbed) && isObject(tortured)) {
    const names = new Set([...Object.keys(undisturbed), ...Object.keys(tortured)]);
    return [...names].flatMap((name) => differences(undisturbed[name], tortured[name], `${at}/${name}`));
  }
  return [`${at}: undisturbed ${JSON.stringify(undisturbed)}, tortured ${JSON.stringify(tortured)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
