import { expect, test } from 'vitest';
import { area, doors } from './doors.ts';

const path = 'ratings/ehcp.active/override';
const given = { rating: 'amber', reason: 'A new team starts in February', until: '2025-01-10' };

test('an override holds until the end of its last day, and then it is over', async () => {
  const { get, put, dirtied, nextDay } = doors();
  expect((await get('ann', path)).body).toMatchObject({ inForce: null, version: 0, versions: [] });
  const set = await put('ann', path, given);
  expect(set).toMatchObject({ status: 200, body: { inForce: { rating: 'amber', by: 'ann', version: 1 } } });
  expect(dirtied).toEqual([area]);
  nextDay();
  expect((await get('bob', path)).body.inForce.until).toBe('2025-01-10T23:59:59.999Z');
  nextDay();
  expect((await get('bob', path)).body).toMatchObject({ inForce: null, version: 1 });
  expect((await get('bob', path, { asOf: '2025-01-10' })).body.inForce.rating).toBe('amber');
});

test('a later one follows it, and it can be taken back; all stay readable', async () => {
  const { get, put } = doors();
  await put('ann', path, given);
  expect((await put('bob', path, { ...given, rating: 'green' })).body.version).toBe(2);
  const back = await put('ann', path, { rating: null, reason: 'Set by mistake', version: 2 });
  expect(back.body).toMatchObject({ inForce: null, version: 3 });
  expect((await get('ann', path)).body.versions.map(({ by }: { by: string }) => by)).toEqual([
    'ann',
    'bob',
    'ann',
  ]);
});

test('of two officers at once one is told that the other was faster', async () => {
  const { put } = doors();
  const both = await Promise.all(['ann', 'bob'].map((who) => put(who, path, { ...given, version: 0 })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(both.find(({ status }) => status === 409)?.body.detail).toMatch(
    /version 1 was written by (ann|bob)/,
  );
});

test('without a reason, without an end, or with one that is past, nothing is set', async () => {
  const { get, put } = doors();
  const { rating, reason, until } = given;
  for (const wrong of [
    { rating, until },
    { rating, reason: ' ', until },
    { rating, reason },
    { rating, reason, until: '2025-01-08' },
    { rating, reason, until: 'soon' },
    { rating: 'purple', reason, until },
  ]) {
    const { status, body } = await put('ann', path, wrong);
    expect({ wrong, status }).toEqual({ wrong, status: 400 });
    expect(body.errors.length).toBeGreaterThan(0);
  }
  expect((await put('reader', path, given)).status).toBe(403);
  expect((await put('ann', 'ratings/no.such/override', given)).status).toBe(404);
  expect((await get('ann', path)).body.version).toBe(0);
});
