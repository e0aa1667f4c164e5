import { describe, expect, test } from 'vitest';
import type { ActionPorts, Upload } from '../../shared/api/ports.ts';
import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';

const area = 'E06000054';

function door(scopes: readonly string[], areas: readonly string[] = [area]) {
  const signed: Upload[] = [];
  const ports: ActionPorts = {
    verify: (token) => Promise.resolve(token === 't' ? { subject: 'mis', scopes, areas } : undefined),
    clock: { now: () => new Date('2025-01-09T12:00:00Z') },
    areas: [area],
    requests: { save: () => Promise.reject(new Error('nothing is stored')) },
    settings: {
      list: () => Promise.reject(new Error('nothing is settled')),
      append: () => Promise.reject(new Error('nothing is settled')),
    },
    runs: {
      current: () => Promise.reject(new Error('no run is read')),
      part: () => Promise.reject(new Error('no run is read')),
    },
    dirty: () => Promise.reject(new Error('nothing is recomputed')),
    requestRecompute: () => Promise.reject(new Error('nothing is recomputed')),
    putDrop: () => Promise.reject(new Error('no file is put')),
    signUpload: (upload) => {
      signed.push(upload);
      const expiresAt = new Date('2026-01-01T00:15:00Z');
      return Promise.resolve({ url: `https://s3.example/${upload.key}`, headers: {}, expiresAt });
    },
    newId: () => 'id',
  };
  const ask = async (body: unknown, token = 't', path = `/areas/${area}/uploads`) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const request = { method: 'POST', path: `/api/v1${path}`, query: {}, body: text };
    const headers = { authorization: `Bearer ${token}` };
    const response = await respond({ ...request, headers }, actions, ports);
    return { ...response, body: JSON.parse(response.body) };
  };
  return { ask, signed };
}

const file = { feed: 'send-monthly', filename: '2025-01.csv' };

describe('an address is given', () => {
  test('for the key that the area, the feed and the name make, and is kept by nobody', async () => {
    const { ask, signed } = door(['upload']);
    const { status, headers, body } = await ask(file);
    const key = `${area}/send-monthly/2025-01.csv`;
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      url: `https://s3.example/${key}`,
      method: 'PUT',
      headers: {},
      key,
      expiresAt: '2026-01-01T00:15:00.000Z',
    });
    expect(signed).toEqual([{ key }]);
  });

  test.each(['2025-01-09', '2024-11-10', '2025-01-09T11:59:59Z', ' 2024-11-10 '])(
    'with known-at %j signed into it',
    async (knownAt) => {
      const { ask, signed } = door(['upload']);
      expect((await ask({ ...file, knownAt })).status).toBe(200);
      expect(signed[0]?.knownAt).toBe(knownAt.trim());
    },
  );
});

describe('a body that cannot be used is 400 and names what is wrong', () => {
  test.each([
    ['no body', '', undefined],
    ['no JSON', '{', undefined],
    ['a list', [], ''],
    ['an unknown feed', { ...file, feed: 'nothing' }, 'feed'],
    ['a feed that is a property of every object', { ...file, feed: '__proto__' }, 'feed'],
    ['no feed', { filename: 'a.csv' }, 'feed'],
    ['a way up', { ...file, filename: '../a.csv' }, 'filename'],
    ['a name that is a number', { ...file, filename: 5 }, 'filename'],
    ['a field too many', { ...file, size: 5 }, 'size'],
    ['a day ahead', { ...file, knownAt: '2025-01-10' }, 'knownAt'],
    ['an instant ahead', { ...file, knownAt: '2025-01-09T12:00:01Z' }, 'knownAt'],
    ['no day', { ...file, knownAt: '10/11/2024' }, 'knownAt'],
    ['a header in the day', { ...file, knownAt: '2024-11-10\r\nx: y' }, 'knownAt'],
    ['an empty day', { ...file, knownAt: '' }, 'knownAt'],
  ])('%s', async (_, body, field) => {
    const { ask, signed } = door(['upload']);
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    if (field === undefined) expect(answer.body.detail).toContain('JSON');
    else expect(answer.body.errors.map((each: { field: string }) => each.field)).toContain(field);
    expect(signed).toEqual([]);
  });

  test('every wrong field is named at once', async () => {
    const { body } = await door(['upload']).ask({ feed: 'x', filename: 'y', z: 1 });
    expect(body.errors.map((each: { field: string }) => each.field)).toEqual(['feed', 'filename', 'z']);
  });
});

describe('only who may upload for the area is given one', () => {
  test('no token, or one that does not hold: 401', async () => {
    expect((await door(['upload']).ask(file, 'other')).status).toBe(401);
  });

  test('another scope: 403', async () => {
    expect((await door(['read', 'operate']).ask(file)).status).toBe(403);
  });

  test('another area: 403, also one that does not exist; and the body is not even read', async () => {
    const { ask } = door(['upload'], ['E06000055']);
    expect((await ask('{', 't')).status).toBe(403);
    expect((await ask(file, 't', '/areas/nowhere/uploads')).status).toBe(403);
  });

  test('an area that is not served: 404', async () => {
    expect((await door(['upload'], ['*']).ask(file, 't', '/areas/E06000055/uploads')).status).toBe(404);
  });

  test('the shared folder is nobody’s area', async () => {
    expect((await door(['upload'], ['*']).ask(file, 't', '/areas/_shared/uploads')).status).toBe(404);
  });
});
