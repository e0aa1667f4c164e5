import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type System, startSystem } from './system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ samples: false, auth: true });
}, 120_000);

afterAll(() => system.stop());

const area = '/areas/E06000054';

async function statusOf(path: string, token: string | undefined, method = 'GET'): Promise<number> {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const { status } = await system.api(path, { method, headers });
  return status;
}

const token = (scope: string, areas: readonly string[]) =>
  system.runtime.token({ scopes: scope.split(' '), areas });

describe('who may', () => {
  test('without a token only health and the description answer', async () => {
    expect(await statusOf('/health', undefined)).toBe(200);
    expect(await statusOf('/openapi.json', undefined)).toBe(200);
    for (const path of [
      '/areas',
      '/metrics',
      area,
      `${area}/ratings`,
      `${area}/series/ehcp.active`,
      '/nothing',
    ]) {
      expect(await statusOf(path, undefined)).toBe(401);
    }
    expect(await statusOf(`${area}/recompute`, undefined, 'POST')).toBe(401);
  });

  test('a token of the issuer opens its area, and no other', async () => {
    const good = await token('read read-small-numbers', ['E06000054']);
    expect(await statusOf(`${area}/ratings`, good)).toBe(200);
    expect(await statusOf(`${area}/series/ehcp.active`, good)).toBe(200);
    const foreign = await token('read read-small-numbers', ['E06000001']);
    for (const path of [
      '',
      '/ratings',
      '/series/ehcp.active',
      '/series/nothing',
      '/drops',
      '/drops/nothing',
      '/alerts',
    ]) {
      expect(await statusOf(`${area}${path}`, foreign)).toBe(403);
    }
    const { text } = await system.api('/areas', { headers: { authorization: `Bearer ${foreign}` } });
    expect(JSON.parse(text).items).toEqual([]);
  });

  test('a scope that is missing is refused', async () => {
    expect(await statusOf(`${area}/recompute`, await token('read', ['*']), 'POST')).toBe(403);
    expect(await statusOf(`${area}/recompute`, await token('operate', ['*']), 'POST')).toBe(202);
    expect(await statusOf(`${area}/ratings`, await token('upload', ['*']))).toBe(403);
  });

  test.each(['', 'nonsense', 'a.b.c', 'eyJhbGciOiJub25lIn0.eyJzY29wZSI6InJlYWQiLCJhcmVhcyI6WyIqIl19.'])(
    'the token %j is not one',
    async (given) => {
      expect(await statusOf('/areas', given)).toBe(401);
    },
  );

  test('a token whose content was changed after it was signed is not one', async () => {
    const good = await token('read', ['E06000054']);
    const [head = '', , signature = ''] = good.split('.');
    const claims = { iss: 'x', aud: 'x', exp: 9_999_999_999, scope: 'read', areas: ['*'] };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
    expect(await statusOf('/areas', forged)).toBe(401);
  });
});
