import { expect, test } from 'vitest';
import { area, doors } from './doors.ts';

const path = 'rules/ehcp.active';
const bounds = { amber: { enter: 0.03 }, red: { enter: 0.08, leave: 0.07 } };
const reason = 'Agreed by the board in January';

test('until somebody says otherwise the catalogue’s bounds are in force', async () => {
  const { get } = doors();
  expect((await get('ann', path)).body).toMatchObject({
    inForce: {
      ...{ whose: 'catalogue', version: null, amber: { enter: 0.02, leave: 0.015 } },
      ...{ red: { enter: 0.05, leave: 0.0375 }, leaving: { periods: 2, of: 3 } },
    },
    ...{ version: 0, versions: [] },
  });
});

test('a council’s own are in force from the day that they name, and all versions stay', async () => {
  const { get, put, dirtied, nextDay } = doors();
  expect(await put('ann', path, { bounds, reason, validFrom: '2025-01-10' })).toMatchObject({ status: 200 });
  expect((await get('ann', path)).body.inForce.whose).toBe('catalogue');
  nextDay();
  expect((await get('bob', path)).body).toMatchObject({
    inForce: { whose: 'council', version: 1, amber: { enter: 0.03, leave: 0.0225 }, red: { leave: 0.07 } },
    versions: [{ version: 1, by: 'ann', reason, validFrom: '2025-01-10', validTo: null }],
  });
  const back = await put('bob', path, { bounds: null, reason: 'Back to the usual', version: 1 });
  expect(back.body.inForce.whose).toBe('catalogue');
  expect(back.body.versions.map(({ by }: { by: string }) => by)).toEqual(['bob', 'ann']);
  expect((await get('ann', path, { asOf: '2025-01-09' })).body).toMatchObject({ version: 1 });
  expect(dirtied).toEqual([area, area]);
});

test('who had not seen the latest version changes nothing', async () => {
  const { get, put } = doors();
  const both = await Promise.all(['ann', 'bob'].map((who) => put(who, path, { bounds, reason })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect((await get('ann', path)).body.version).toBe(1);
});

test('bounds by which a worse figure would rate better are refused, each field named', async () => {
  const { get, put } = doors();
  const wrong = await put('ann', path, {
    bounds: { amber: { enter: 0.05, leave: 0.06 }, red: { enter: 0.03 }, leaving: { periods: 4, of: 3 } },
    ...{ reason, validFrom: '2025-02-01', validTo: '2025-01-31' },
  });
  expect(wrong.status).toBe(400);
  expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual([
    'bounds.red.enter',
    'bounds.red.leave',
    'bounds.amber.leave',
    'bounds.leaving.periods',
    'validTo',
  ]);
  expect((await put('ann', path, { bounds })).status).toBe(400);
  expect((await put('ann', path, { bounds, reason, validFrom: '2025-02-30' })).status).toBe(400);
  expect((await put('reader', path, { bounds, reason })).status).toBe(403);
  expect((await put('ann', 'rules/no.such', { bounds, reason })).status).toBe(404);
  expect((await put('ann', 'rules/ehcp.no-to-assess-rate', { bounds, reason })).status).toBe(400);
  expect((await get('ann', path)).body.version).toBe(0);
});
