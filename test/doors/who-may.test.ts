import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { addressOf, describedRoutes, type Operation } from './described-routes.ts';
import { expectedVerdict, type Verdict } from './expected.ts';
import { type GuardedSystem, startGuardedSystem } from './guarded-system.ts';
import { own, type Role, rolesOf } from './roles.ts';

/** The caller's own, another that is served, one that is not, one that cannot be, and the folder of all. */
const AREAS = [own, 'E06000055', 'E06000001', 'nothing', '_shared'];
const AT_ONCE = 12;

type Asked = {
  readonly operation: Operation;
  readonly role: Role;
  readonly area: string;
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
};

let system: GuardedSystem;
let roles: readonly Role[];
let asked: readonly Asked[];

beforeAll(async () => {
  system = await startGuardedSystem();
  roles = await rolesOf(system.provider, system.issued);
  const operations = await describedRoutes(system.runtime.url);
  const questions = operations.flatMap((operation) =>
    roles.flatMap((role) =>
      (operation.path.includes('{area}') ? AREAS : [own]).map((area) => ({ operation, role, area })),
    ),
  );
  const answers: Asked[] = [];
  for (let from = 0; from < questions.length; from += AT_ONCE)
    answers.push(...(await Promise.all(questions.slice(from, from + AT_ONCE).map(ask))));
  asked = answers;
  await system.runtime.idle();
}, 300_000);

afterAll(() => system.stop());

async function ask({ operation, role, area }: Pick<Asked, 'operation' | 'role' | 'area'>): Promise<Asked> {
  const headers: Record<string, string> = {};
  if (role.authorization !== undefined) headers['authorization'] = role.authorization;
  const init = { method: operation.method, headers };
  const response = await fetch(`${system.runtime.url}${addressOf(operation, area)}`, init);
  const text = await response.text();
  return { operation, role, area, status: response.status, type: response.headers.get('content-type'), text };
}

function verdict(status: number): Verdict | number {
  if (status === 401 || status === 403 || status >= 500) return status;
  return 'in';
}

const lineOf = ({ operation, role, area }: Asked, outcome: unknown) =>
  `${operation.method} ${operation.path} for ${area} by ${role.name}: ${outcome}`;

describe('every route, for every caller and every area', () => {
  test('answers as the table of expected answers says', () => {
    expect(asked.length).toBeGreaterThan(5000);
    const found = asked.map((each) => lineOf(each, verdict(each.status)));
    const expected = asked.map((each) => lineOf(each, expectedVerdict(each.operation, each.role, each.area)));
    expect(found).toEqual(expected);
  });

  test('lets each sort of caller into something that it may, and some into nothing', () => {
    const letIn = new Set(asked.filter(({ status }) => status < 400).map(({ role }) => role.name));
    for (const { name, rights } of roles) if (rights?.scopes.includes('read')) expect(letIn).toContain(name);
  });

  test('tells a caller without a valid token the same of everything', () => {
    const closed = asked.filter(({ status }) => status === 401);
    expect(new Set(closed.map(({ text, type }) => `${type} ${text}`)).size).toBe(1);
  });

  test('tells a caller who is not entitled the same of what exists and of what does not', () => {
    const refused = asked.filter(({ status }) => status === 403);
    const byRoute = Map.groupBy(
      refused,
      ({ operation, role }) => `${operation.method} ${operation.path} ${role.name}`,
    );
    for (const [route, answers] of byRoute)
      expect(new Set(answers.map(({ text }) => text)).size, route).toBe(1);
    expect(byRoute.size).toBeGreaterThan(300);
  });

  test('gives no figure and no name with a refusal: it is a problem document of three fields and no more', () => {
    for (const { text, type, status } of asked.filter((each) => [401, 403].includes(each.status))) {
      expect(type).toContain('application/problem+json');
      expect(Object.keys(problemSchema.parse(JSON.parse(text))).sort()).toEqual([
        'detail',
        'status',
        'title',
        'type',
      ]);
      expect(problemSchema.parse(JSON.parse(text)).status).toBe(status);
    }
  });

  test('says 404 of an area that is not served, to who may see every area', () => {
    const reads = asked.filter(
      ({ role, area, operation }) =>
        role.name === 'every area' && area === 'E06000001' && operation.method === 'GET',
    );
    // Of some the question itself is incomplete, which is said first.
    const answered = reads.filter(({ operation }) => operation.path.includes('{area}'));
    expect(answered.length).toBeGreaterThan(30);
    for (const { status, operation } of answered) expect([404, 400], operation.path).toContain(status);
  });

  test('keeps a record of each refusal and each write, and in it no token and no answer', async () => {
    const lines = await system.logged();
    const entries = lines.flatMap((line) => {
      const parsed = auditSchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    });
    const refusals = entries.filter(({ message }) => message === 'audit.refused');
    const expected = asked.filter(({ status }) => status === 401 || status === 403);
    expect(refusals.length).toBe(expected.length);
    const by = (subject: string | null) => refusals.filter(({ audit }) => audit.subject === subject).length;
    expect(by(null)).toBe(asked.filter(({ status }) => status === 401).length);
    expect(by('another area')).toBe(expected.filter(({ role }) => role.name === 'another area').length);
    const writes = entries.filter(({ message }) => message === 'audit.write');
    const recomputes = asked.filter(
      ({ operation, status }) => operation.path.endsWith('/recompute') && status === 202,
    );
    expect(recomputes.length).toBeGreaterThan(0);
    // Those of the start itself are written by whoever sits at the machine.
    expect(
      writes.filter(
        ({ audit }) =>
          audit.route === '/areas/{area}/recompute' &&
          audit.outcome === 202 &&
          audit.subject !== 'local-user',
      ).length,
    ).toBe(recomputes.length);
    for (const { authorization } of roles) {
      const secret = authorization?.split('.')[2];
      // Shorter ones are no signatures: "c".
      if (secret !== undefined && secret.length > 20)
        expect(lines.some((line) => line.includes(secret))).toBe(false);
    }
  });
});

describe('an address that is no route', () => {
  test.each(['/api/v1', '/api/v1/nothing', `/api/v1/areas/${own}/nothing`, '/api/v2/areas'])(
    '%s says nothing to a caller without a token',
    async (path) => {
      const response = await fetch(`${system.runtime.url}${path}`);
      expect([401, 404]).toContain(response.status);
      expect(await response.text()).not.toContain(own);
    },
  );
});

const problemSchema = z.looseObject({ status: z.number() });
const auditSchema = z.object({
  message: z.enum(['audit.refused', 'audit.write']),
  audit: z.strictObject({
    method: z.string(),
    route: z.string().nullable(),
    area: z.string().nullable(),
    subject: z.string().nullable(),
    outcome: z.number(),
  }),
});
