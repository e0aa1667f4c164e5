import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type AuditEntry, auditEntry } from '../../shared/api/audit.ts';
import { noQuery } from '../../shared/api/parameters.ts';
import { respond } from '../../shared/api/respond.ts';
import { actionWithBody } from '../../shared/api/route.ts';
import { actions } from '../../shared/api/routes/actions.ts';

const caller = { subject: 'ann', scopes: ['operate'], areas: ['E06000054'] };
const write = { path: '/areas/{area}/recompute', servedBy: 'actions' } as const;
const read = { path: '/areas/{area}/ratings', servedBy: 'api' } as const;
const asked = { method: 'POST', route: write, area: 'E06000054', caller };

describe('a record is kept', () => {
  test('of each write, however it ended', () => {
    for (const outcome of [200, 202, 400, 404, 409, 500])
      expect(auditEntry(asked, outcome)).toEqual({
        ...{ code: 'write', method: 'POST', route: write.path, area: 'E06000054' },
        ...{ subject: 'ann', outcome },
      });
  });

  test('of each refusal, of a read too, and of an address that is no route', () => {
    for (const outcome of [401, 403]) {
      expect(auditEntry({ ...asked, route: read }, outcome)).toMatchObject({ code: 'refused', outcome });
      expect(auditEntry({ ...asked, route: undefined, area: undefined }, outcome)).toMatchObject({
        route: null,
        area: null,
      });
    }
  });

  test('of no read that was let in', () => {
    for (const outcome of [200, 304, 400, 404, 500])
      expect(auditEntry({ ...asked, method: 'GET', route: read }, outcome)).toBeUndefined();
  });

  test('of a fault too, before it is thrown on', async () => {
    const broken = actionWithBody({
      ...{ method: 'POST', path: '/areas/{area}/broken', summary: '', scopes: ['operate'] },
      ...{ params: z.object({ area: z.string() }), query: noQuery, body: z.unknown(), response: z.unknown() },
      handle: () => {
        throw new Error('a bug');
      },
    });
    const kept: AuditEntry[] = [];
    const fault = () => Promise.reject(new Error('is not reached'));
    const ports = {
      ...{ verify: () => Promise.resolve(caller), clock: { now: () => new Date() }, areas: ['E06000054'] },
      ...{ requests: { save: fault }, settings: { list: fault, append: fault } },
      ...{ runs: { current: fault, part: fault }, dirty: fault, requestRecompute: fault, putDrop: fault },
      ...{ signUpload: fault, newId: () => '' },
    };
    const request = {
      ...{ method: 'POST', path: '/api/v1/areas/E06000054/broken', query: {}, body: '{"secret":"7"}' },
      headers: { authorization: 'Bearer x' },
    };
    await expect(respond(request, [...actions, broken], ports, (entry) => kept.push(entry))).rejects.toThrow(
      'a bug',
    );
    expect(kept).toEqual([
      {
        ...{ code: 'write', method: 'POST', route: '/areas/{area}/broken', area: 'E06000054' },
        ...{ subject: 'ann', outcome: 500 },
      },
    ]);
  });
});

describe('what is kept holds nothing of the request but who, what and where', () => {
  test('whatever is written in the place of an area', () => {
    fc.assert(
      fc.property(fc.string(), (area) => {
        const kept = auditEntry({ ...asked, area }, 403)?.area;
        return kept === null || /^([A-Z]\d{8}|_[a-z]+)$/.test(kept ?? '');
      }),
    );
  });

  test('an e-mail address as subject is told from others, and not repeated', () => {
    const of = (subject: string) => auditEntry({ ...asked, caller: { ...caller, subject } }, 202)?.subject;
    expect(of('ann@council.example')).toMatch(/^sha256:[0-9a-f]{16}$/);
    expect(of('ann@council.example')).toBe(of('ann@council.example'));
    expect(of('ann@council.example')).not.toBe(of('bob@council.example'));
    expect(of('x'.repeat(5000))).toHaveLength(100);
  });
});
