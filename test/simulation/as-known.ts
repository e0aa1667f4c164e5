import * as z from 'zod';
import { endOfDay, monthInLondon } from '../../shared/period/london.ts';
import { ask } from './api.ts';
import { folderOf } from './expected.ts';
import { publicReading } from './public-reading.ts';
import { figuresOf } from './run-chain.ts';
import { difference, model, type Shown } from './shown.ts';
import type { World } from './world.ts';

/** What is wrong, when all is at rest, with what the API says of earlier days: `asOf`, changes and replay. */
export async function earlierDays(world: World, area: string): Promise<string | undefined> {
  const instants = instantsOf(world, area);
  const then = instants[Math.floor(instants.length / 2)];
  if (then === undefined) return undefined;
  return (
    (await asKnown(world, area, new Date(then))) ??
    (await changed(world, area, instants)) ??
    (await publicReading(world, area, then.slice(0, 10)))[0]
  );
}

/** The instants at which something of an area became known, the first first. */
function instantsOf({ bucket, now }: World, area: string): readonly string[] {
  const known = bucket
    .keys()
    .filter((key) => folderOf(key) === area)
    .flatMap((key) => bucket.versions(key))
    .filter(({ expected }) => expected.state !== 'quarantined' && Date.parse(expected.knownAt) <= now)
    .map(({ expected }) => new Date(expected.knownAt).toISOString());
  return [...new Set(known)].sort();
}

const seriesSchema = z.object({
  points: z.array(
    z.object({ period: z.string(), value: z.number().nullable(), status: z.string().optional() }),
  ),
  rating: z.object({ rating: z.string() }).nullable(),
});
const replaySchema = z.object({
  items: z.array(z.object({ period: z.string(), value: z.number(), rating: z.string() })),
});

/** A day shows what was known at its end; the month's replay speaks of a figure known at the month's end. */
async function asKnown(world: World, area: string, then: Date): Promise<string | undefined> {
  const day = then.toISOString().slice(0, 10);
  const series = await answer(world, area, `series/ehcp.active?asOf=${day}`, seriesSchema);
  const shown = series.points.map(({ period, value, status }) => `${period} ${value} ${status ?? null}`);
  const atDayEnd = shownAt(world, area, endOfDay(day));
  if (JSON.stringify(shown) !== JSON.stringify(figuresOf(atDayEnd)))
    return `8: as of ${day} ${area} shows [${shown.join('; ')}] and knew [${figuresOf(atDayEnd).join('; ')}]`;
  const month = monthInLondon(endOfDay(day));
  const path = `replay?from=${month}&to=${month}&metric=ehcp.active`;
  const { items } = await answer(world, area, path, replaySchema);
  const atMonthEnd = shownAt(world, area, lastInstant(month));
  const invented = items.find(
    ({ period, value }) => !figuresOf(atMonthEnd).some((figure) => figure.startsWith(`${period} ${value} `)),
  );
  if (invented) return `8: the replay of ${month} says ${JSON.stringify(invented)}, which was not known`;
  // Nothing became known between the two: the rating is the same.
  const same = difference(atDayEnd, atMonthEnd) === undefined;
  const rated = items[0]?.rating ?? null;
  const was = series.rating?.rating ?? null;
  return same && rated !== was ? `8: as of ${day} ${area} was ${was}, replayed ${rated}` : undefined;
}

const changesSchema = z.object({
  items: z.array(
    z.object({
      ...{ metric: z.string(), period: z.string(), knownAt: z.string() },
      ...{ before: z.object({ value: z.number().nullable() }).nullable() },
      after: z.object({ value: z.number().nullable() }).nullable(),
    }),
  ),
});

/** The changes are exactly the steps from what was known at each instant to what was known at the next. */
async function changed(world: World, area: string, instants: readonly string[]): Promise<string | undefined> {
  const { items } = await answer(world, area, 'changes?since=2024-01-01&of=figure&limit=200', changesSchema);
  const told = items
    .filter(({ metric }) => metric === 'ehcp.active')
    .map(({ period, before, after, knownAt }) =>
      [knownAt, period, before?.value ?? null, after?.value ?? null].join(' '),
    );
  const should: string[] = [];
  let before = new Map<string, string>();
  for (const at of instants) {
    const after = valuesOf(shownAt(world, area, new Date(at)));
    for (const period of new Set([...before.keys(), ...after.keys()])) {
      const [from = '', to = ''] = [before.get(period), after.get(period)];
      if (from !== to) should.push([at, period, from, to].join(' '));
    }
    before = after;
  }
  const [said, expected] = [told.sort().join('; '), should.sort().join('; ')];
  return said === expected ? undefined : `8: the changes of ${area} are [${said}], not [${expected}]`;
}

/** EHCPs by month; a reason why there is no figure is none. */
function valuesOf(shown: Shown): Map<string, string> {
  return new Map(
    figuresOf(shown).flatMap((figure) => {
      const [period = '', value = ''] = figure.split(' ');
      return value === 'null' ? [] : [[period, value] as const];
    }),
  );
}

function shownAt({ bucket, now }: World, area: string, at: Date): Shown {
  return model(area, bucket, () => true, Math.min(at.getTime(), now));
}

function lastInstant(month: string): Date {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return endOfDay(new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10));
}

async function answer<Value>(
  world: World,
  area: string,
  path: string,
  schema: z.ZodType<Value>,
): Promise<Value> {
  const { status, body } = await ask(world, `/areas/${area}/${path}`, { token: area });
  if (status !== 200) throw new Error(`${path} of ${area} was answered ${status}: ${body}`);
  return schema.parse(JSON.parse(body));
}
