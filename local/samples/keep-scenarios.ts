import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { ApiCaller } from '../ready/api-caller.ts';

const keptSchema = z.object({ items: z.array(z.object({ name: z.string() })) });
const bodySchema = z.record(z.string(), z.unknown());

/**
 * Keeps the sample scenarios of an area (`AREA/scenarios/NAME.json`) that are not kept yet, as a user would. One that
 * somebody has changed since stays as it is. Answers how many were kept.
 */
export async function keepSampleScenarios(call: ApiCaller, folder: string, area: string): Promise<number> {
  const from = join(folder, area, 'scenarios');
  const files = (await readdir(from).catch(() => [])).filter((name) => name.endsWith('.json')).sort();
  if (files.length === 0) return 0;
  const at = `/api/v1/areas/${encodeURIComponent(area)}/scenarios`;
  const { items } = await call('GET', `${at}?limit=200`, keptSchema);
  const missing = files
    .map((file) => file.replace(/\.json$/, ''))
    .filter((name) => !items.some((each) => each.name === name));
  for (const name of missing) {
    const scenario = bodySchema.parse(JSON.parse(await readFile(join(from, `${name}.json`), 'utf8')));
    const model = 'income' in scenario ? 'finance' : 'system-flow';
    await call('PUT', `${at}/${name}`, bodySchema, { model, scenario });
  }
  return missing.length;
}
