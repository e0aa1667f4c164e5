import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { newFolder, remove, type SmallSystem, startSmallSystem } from './fixtures/small-system.ts';

const folder = newFolder();
let system: SmallSystem;
beforeAll(async () => {
  system = await startSmallSystem(folder, { auth: true });
});
afterAll(async () => {
  await system.runtime.stop();
  remove(folder);
});

const tokenAnswer = z.object({
  access_token: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.number(),
});

async function claimsOf(query: string) {
  const { url } = system.runtime;
  const answer = tokenAnswer.parse(await (await fetch(`${url}/local/token${query}`)).json());
  const keys = createRemoteJWKSet(new URL(`${url}/local/keys`));
  const { payload } = await jwtVerify(answer.access_token, keys, {
    issuer: `${url}/local`,
    audience: 'bellwether-local',
    algorithms: ['ES256'],
  });
  return payload;
}

describe('the local issuer', () => {
  test('gives a token of the scopes and areas asked for, which its keys verify', async () => {
    const claims = await claimsOf('?scope=read,upload&areas=E06000054');
    expect(claims).toMatchObject({ scope: 'read upload', areas: ['E06000054'], sub: expect.any(String) });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
  });

  test('what is not asked for means all', async () => {
    expect(await claimsOf('')).toMatchObject({
      scope: 'read upload operate read-small-numbers',
      areas: ['*'],
    });
  });

  test('refuses an unknown scope and a page of another site', async () => {
    const { url } = system.runtime;
    expect((await fetch(`${url}/local/token?scope=root`)).status).toBe(400);
    expect((await fetch(`${url}/local/token`, { headers: { origin: 'https://evil.example' } })).status).toBe(
      403,
    );
  });

  test('publishes no private key', async () => {
    const text = await (await fetch(`${system.runtime.url}/local/keys`)).text();
    expect(JSON.parse(text).keys[0]).toMatchObject({ kty: 'EC', alg: 'ES256', use: 'sig' });
    expect(JSON.parse(text).keys[0]).not.toHaveProperty('d');
  });
});

test('with --auth no token is added, and the start says where to get one', async () => {
  const answer = await fetch(`${system.runtime.url}/api/v1/x`);
  expect(JSON.parse(await answer.text()).event.headers).not.toHaveProperty('authorization');
  expect(system.said).toContainEqual(expect.stringContaining('/local/token?scope='));
});
