import { createHash } from 'node:crypto';
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

describe('people sign in by the code flow with PKCE', () => {
  const verifier = 'a-verifier-of-at-least-forty-three-characters-1234';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = () => ({
    client_id: 'bellwether-dashboard',
    redirect_uri: `${system.runtime.url}/`,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'of-the-page',
    nonce: 'once',
  });
  const authorize = (more: Record<string, string>) =>
    fetch(`${system.runtime.url}/local/authorize?${new URLSearchParams({ ...asked(), ...more })}`, {
      redirect: 'manual',
    });
  const answerOf = async (more: Record<string, string>) => {
    const location = (await authorize(more)).headers.get('location') ?? '';
    return new URL(location).searchParams;
  };
  const exchange = (code: string, more: Record<string, string> = {}) =>
    fetch(`${system.runtime.url}/local/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: 'bellwether-dashboard',
        redirect_uri: `${system.runtime.url}/`,
        code_verifier: verifier,
        code,
        ...more,
      }),
    });

  test('a role is chosen, and its code is good once for a token of its scopes', async () => {
    const roles = await (await authorize({})).text();
    expect(roles).toContain('role=reader');
    const answer = await answerOf({ role: 'reader' });
    expect(answer.get('state')).toBe('of-the-page');
    const first = await exchange(answer.get('code') ?? '');
    expect(await first.json()).toMatchObject({ scope: 'read', id_token: expect.any(String) });
    expect((await exchange(answer.get('code') ?? '')).status).toBe(400);
  });

  test('a code is no good with another verifier, and used up by the try', async () => {
    const code = (await answerOf({ role: 'reader' })).get('code') ?? '';
    expect((await exchange(code, { code_verifier: `${verifier}5` })).status).toBe(400);
    expect((await exchange(code)).status).toBe(400);
  });

  test('nobody is sent to another address than the dashboard’s, or without PKCE', async () => {
    const elsewhere = await authorize({ role: 'reader', redirect_uri: 'https://evil.example/' });
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([400, null]);
    expect((await authorize({ client_id: 'another' })).status).toBe(400);
    expect((await answerOf({ code_challenge_method: 'plain', role: 'reader' })).get('error')).toBe(
      'invalid_request',
    );
  });
});

test('with --auth no token is added, and the start says where to get one', async () => {
  const answer = await fetch(`${system.runtime.url}/api/v1/x`);
  expect(JSON.parse(await answer.text()).event.headers).not.toHaveProperty('authorization');
  expect(system.said).toContainEqual(expect.stringContaining('/local/token?scope='));
});
