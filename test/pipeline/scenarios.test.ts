import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { series } from './answers.ts';
import { area, type System, startSystem } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ samples: false, today: '2025-02-03' });
}, 60_000);
afterAll(() => system.stop());

const at = `/areas/${area}`;
const send = (method: 'POST' | 'PUT', path: string, body: unknown) =>
  system.api(`${at}${path}`, { method, body: JSON.stringify(body) });

const scenario = {
  ...{ requests: 97, noToAssessRate: 0.12, noToIssueRate: 0.039, ceased: 29 },
  ...{ start: 6000, from: '2024-11', horizonMonths: 24 },
};

test('a kept scenario that is promoted rates the figures, and the plan says which drop it came with', async () => {
  await system.drop(`${area}/send-monthly/2025-01.csv`, 'month,ehcp_active\n2024-11,6060\n2024-12,6450\n');
  expect((await send('PUT', '/scenarios/steady', { model: 'system-flow', scenario })).status).toBe(200);
  const { status, text } = await send('POST', '/scenarios/steady/promote', {});
  expect(status).toBe(200);
  const { key, trajectory } = z.object({ key: z.string(), trajectory: z.string() }).parse(JSON.parse(text));
  await system.runtime.idle();

  const { plans, rating, points } = await system.get(`${at}/series/ehcp.active`, series);
  const plan = plans.find((each) => each.trajectory === trajectory && each.kind === 'mitigated');
  const december = plan?.points.find(({ period }) => period === '2024-12');
  expect(december?.value).toBe(Math.round(6000 + 2 * (97 * 0.88 * 0.961 - 29)));
  expect(points.at(-1)).toMatchObject({ period: '2024-12', plan: december?.value });
  expect(rating).toMatchObject({ rating: 'red', period: '2024-12' });
  const drops = z.object({ items: z.array(z.object({ key: z.string(), state: z.string() })) });
  const found = await system.get(`${at}/drops?feed=trajectory`, drops);
  expect(found.items).toMatchObject([{ key, state: 'accepted' }]);
});

test('models, kept scenarios, comparison and registers answer as they are described', async () => {
  expect((await send('POST', '/scenarios/system-flow', { ...scenario, uncertainty: {} })).status).toBe(200);
  const finance = {
    from: 'FY2025',
    openingBalance: -1,
    income: 10,
    otherSpend: 9,
    sensitivity: {},
    monteCarlo: {},
  };
  expect((await send('POST', '/scenarios/finance', finance)).status).toBe(200);
  expect((await send('POST', '/scenarios/finance', { ...finance, from: '2025' })).status).toBe(400);
  for (const path of ['', '/steady', '/steady/versions', '/compare?names=steady'])
    expect((await system.api(`${at}/scenarios${path}`)).status).toBe(200);
  for (const register of [
    'programme',
    'milestones',
    'conditions',
    'risks',
    'interventions',
    'recommendations',
  ])
    expect((await system.api(`${at}/${register}`)).status).toBe(200);
});
