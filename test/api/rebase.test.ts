import { expect, test } from 'vitest';
import { area, doors } from './doors.ts';

const path = 'rebase/ehcp.requests';
const given = { from: '2024-09', reason: 'All requests go through one form since September' };

test('a person begins the chart of a metric anew, with a reason, and can take that back', async () => {
  const { get, put, dirtied } = doors();
  expect((await get('ann', path)).body).toMatchObject({ version: 0, versions: [] });
  expect(await put('ann', path, given)).toMatchObject({
    ...{ status: 200, body: { version: 1, versions: [{ ...given, by: 'ann' }] } },
  });
  expect((await put('bob', path, { ...given, from: '2024-10' })).status).toBe(409);
  const back = await put('bob', path, { from: null, reason: 'It changed nothing', version: 1 });
  expect(back.body.versions.map(({ from }: { from: string | null }) => from)).toEqual([null, '2024-09']);
  expect((await get('ann', path)).body).toEqual(back.body);
  expect(dirtied).toEqual([area, area, area]);
});

test('not without a reason, not from a month to come, not for what comes once a year', async () => {
  const { put } = doors();
  expect((await put('ann', path, { from: '2024-09' })).status).toBe(400);
  expect((await put('ann', path, { ...given, from: '2025-02' })).status).toBe(400);
  expect((await put('ann', path, { ...given, from: '2024' })).status).toBe(400);
  expect((await put('ann', 'rebase/ks2.rwm', given)).status).toBe(400);
  expect((await put('reader', path, given)).status).toBe(403);
});
