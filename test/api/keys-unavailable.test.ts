import { expect, test } from 'vitest';
import type { AuditEntry } from '../../shared/api/audit.ts';
import { respond } from '../../shared/api/respond.ts';
import { actions } from '../../shared/api/routes/actions.ts';
import { views } from '../../shared/api/routes/views.ts';
import { area, doors } from './ask.ts';

/** The identity provider cannot be reached: nobody knows whether a token holds. */

const ports = { ...doors().ports, verify: () => Promise.resolve('unverifiable' as const) };
const request = { query: {}, headers: { authorization: 'Bearer ann' } };

test('a reader is asked to come again, not to sign in anew', async () => {
  const asked = { ...request, method: 'GET', path: `/api/v1/areas/${area}/ratings` };
  const { status, headers, body } = await respond(asked, views, ports);
  expect(status).toBe(503);
  expect(headers).toMatchObject({ 'retry-after': '5', 'cache-control': 'no-store' });
  expect(headers).not.toHaveProperty('www-authenticate');
  expect(JSON.parse(body)).toMatchObject({ status: 503, detail: expect.stringContaining('Ask again') });
});

test('nothing is written, and the try is kept without a name', async () => {
  const kept: AuditEntry[] = [];
  const asked = { ...request, method: 'POST', path: `/api/v1/areas/${area}/recompute` };
  const dirty = () => Promise.reject(new Error('is not reached'));
  const refusing = { ...ports, dirty, requestRecompute: dirty };
  expect((await respond(asked, actions, refusing, (entry) => kept.push(entry))).status).toBe(503);
  expect(kept).toEqual([expect.objectContaining({ code: 'write', subject: null, outcome: 503 })]);
});

test('what needs no token is answered', async () => {
  expect((await respond({ ...request, method: 'GET', path: '/api/v1/health' }, views, ports)).status).toBe(
    200,
  );
});
