import * as z from 'zod';
import { ask, publicToken } from './api.ts';
import { COUNTS } from './small-counts.ts';
import { isSecret } from './withheld.ts';
import type { World } from './world.ts';

const value = z.number().nullable();
const seriesSchema = z.object({ points: z.array(z.object({ period: z.string(), value })) });
const versionsSchema = z.object({ items: z.array(z.object({ value })) });
const told = z.object({ value }).nullable();
const changesSchema = z.object({
  items: z.array(z.object({ metric: z.string(), period: z.string().nullable(), before: told, after: told })),
});

type Told = { readonly metric: string; readonly period: string; readonly value: number | null };

/**
 * What is wrong with what the API tells somebody of a council who may not see small numbers: now, in every version and
 * as changes. With a day, also what was known at its end.
 */
export async function publicReading(world: World, area: string, day?: string): Promise<string[]> {
  if (!world.tables.current.has(area)) return [];
  const small = world.witness.chains.get(area)?.withheld.small ?? new Set<string>();
  const wrong: string[] = [];
  const look = (path: string, all: readonly Told[]): void => {
    for (const { metric, period, value: shown } of all)
      if (isSecret(small, metric, period, shown))
        wrong.push(`12: ${path} of ${area} tells everybody that ${metric} of ${period} is ${shown}`);
  };
  for (const metric of COUNTS) {
    for (const query of day === undefined ? [''] : ['', `?asOf=${day}`]) {
      const path = `series/${metric}${query}`;
      const { points } = await publicAnswer(world, area, path, seriesSchema);
      look(
        path,
        points.map((point) => ({ metric, ...point })),
      );
    }
    const period = [...small].find((count) => count.startsWith(`${metric} `))?.slice(metric.length + 1);
    if (period === undefined) continue;
    const path = `series/${metric}/versions?period=${period}`;
    const { items } = await publicAnswer(world, area, path, versionsSchema);
    look(
      path,
      items.map((item) => ({ metric, period, ...item })),
    );
  }
  const path = 'changes?since=2024-01-01&of=figure&limit=200';
  const { items } = await publicAnswer(world, area, path, changesSchema);
  look(
    path,
    items.flatMap(({ metric, period, before, after }) =>
      [before, after].flatMap((each) =>
        each && period !== null && COUNTS.some((count) => count === metric)
          ? [{ metric, period, value: each.value }]
          : [],
      ),
    ),
  );
  return wrong;
}

async function publicAnswer<Value>(
  world: World,
  area: string,
  path: string,
  schema: z.ZodType<Value>,
): Promise<Value> {
  const { status, body } = await ask(world, `/areas/${area}/${path}`, { token: publicToken(area) });
  if (status !== 200) throw new Error(`${path} of ${area} was answered ${status}: ${body}`);
  return schema.parse(JSON.parse(body));
}
