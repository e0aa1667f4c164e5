import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { area, type System, startSystem } from './system.ts';

const other = 'E06000022';
const MANY = 80;
const drops = z.object({ items: z.array(z.object({ state: z.string(), finishedAt: z.string() })) });

let system: System;
beforeAll(async () => {
  system = await startSystem({ samples: false, areas: [area, other] });
}, 120_000);
afterAll(() => system.stop());

test('the file of a council is taken before most of those that another put earlier', async () => {
  const body = 'month,ehcp_active\n2024-10,6161\n';
  await Promise.all(
    Array.from({ length: MANY }, (_, at) => system.put(`${area}/send-monthly/many-${at}.csv`, body)),
  );
  await system.put(`${other}/send-monthly/2024-10.csv`, body);
  await system.runtime.idle();
  const [one] = (await system.get(`/areas/${other}/drops`, drops)).items;
  const { items } = await system.get(`/areas/${area}/drops?limit=200`, drops);
  expect(one).toMatchObject({ state: 'accepted' });
  expect(items).toHaveLength(MANY);
  // In the order of arrival it would be the last of all.
  const after = items.filter(({ finishedAt }) => finishedAt > (one?.finishedAt ?? ''));
  expect(after.length).toBeGreaterThan(MANY / 4);
}, 120_000);
