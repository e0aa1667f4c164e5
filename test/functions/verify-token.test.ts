import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { tokenVerifier } from '../../functions/verify-token.ts';
import { type IdentityProvider, type Said, startIdentityProvider } from '../doors/identity-provider.ts';

let provider: IdentityProvider;
const said: Said = {
  issuer: 'https://login.example',
  audience: 'bellwether',
  expiresIn: 3600,
  claims: { sub: 'ann', scope: 'read upload', areas: ['E06000054'] },
};

beforeEach(async () => {
  provider = await startIdentityProvider();
  vi.stubEnv('TOKEN_ISSUER', said.issuer);
  vi.stubEnv('TOKEN_AUDIENCE', said.audience);
  vi.stubEnv('TOKEN_KEYS_URL', provider.keysUrl);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await provider.stop();
});

/** Moves the clock alone; what waits on the network goes on. */
function later(seconds: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 });
}

const holds = async (verify: ReturnType<typeof tokenVerifier>, token: string) =>
  typeof (await verify(token)) === 'object';

describe('what a token says', () => {
  test('is its subject, scopes and areas', async () => {
    expect(await tokenVerifier()(await provider.sign(said))).toEqual({
      subject: 'ann',
      scopes: ['read', 'upload'],
      areas: ['E06000054'],
    });
  });

  test('scopes also as Microsoft Entra has them: scp of people, roles of machines', async () => {
    const verify = tokenVerifier();
    const scopesOf = async (claims: Said['claims']) => {
      const found = await verify(await provider.sign({ ...said, claims }));
      return typeof found === 'object' ? found.scopes : found;
    };
    expect(await scopesOf({ scp: 'read operate' })).toEqual(['read', 'operate']);
    expect(await scopesOf({ roles: ['upload'] })).toEqual(['upload']);
    expect(await scopesOf({})).toEqual([]);
  });

  test('no area where it names none', async () => {
    expect(await tokenVerifier()(await provider.sign({ ...said, claims: { scope: 'read' } }))).toMatchObject({
      areas: [],
    });
  });
});

describe('the clock', () => {
  test.each([
    ['expired 20 seconds ago', { expiresIn: -20 }, true],
    ['expired 40 seconds ago', { expiresIn: -40 }, false],
    ['valid in 20 seconds', { notBeforeIn: 20 }, true],
    ['valid in 40 seconds', { notBeforeIn: 40 }, false],
  ])('may differ by half a minute: %s', async (_, differs, expected) => {
    expect(await holds(tokenVerifier(), await provider.sign({ ...said, ...differs }))).toBe(expected);
  });
});

describe('keys', () => {
  test('are fetched once for many tokens', async () => {
    const verify = tokenVerifier();
    for (let count = 0; count < 20; count += 1) await verify(await provider.sign(said));
    expect(provider.fetches()).toBe(1);
  });

  test('that are new are fetched when a token names one, and the old go on while they are published', async () => {
    const verify = tokenVerifier();
    const before = await provider.sign(said);
    expect(await holds(verify, before)).toBe(true);
    await provider.rotate(true);
    later(60);
    expect(await holds(verify, await provider.sign(said))).toBe(true);
    expect(await holds(verify, before)).toBe(true);
    expect(provider.fetches()).toBe(2);
  });

  test('that were withdrawn verify nothing any more, ten minutes later at the most', async () => {
    const verify = tokenVerifier();
    const before = await provider.sign(said);
    expect(await holds(verify, before)).toBe(true);
    await provider.rotate(false);
    later(11 * 60);
    expect(await holds(verify, before)).toBe(false);
  });

  test('are not fetched for each token that names one that nobody knows', async () => {
    const verify = tokenVerifier();
    await verify(await provider.sign(said));
    for (let count = 0; count < 50; count += 1)
      expect(await holds(verify, await provider.sign({ ...said, kid: `made-up-${count}` }))).toBe(false);
    expect(provider.fetches()).toBeLessThanOrEqual(2);
  });

  test('that cannot be had open nothing', async () => {
    provider.answerInstead(500);
    const verify = tokenVerifier();
    const token = await provider.sign(said);
    expect(await verify(token)).toBe('unverifiable');
    provider.answerInstead(undefined);
    expect(await holds(verify, token)).toBe(true);
  });
});

describe('without all of issuer, audience and keys nothing is valid', () => {
  test.each(['TOKEN_ISSUER', 'TOKEN_AUDIENCE', 'TOKEN_KEYS_URL'])('%s', async (name) => {
    vi.stubEnv(name, '');
    expect(await holds(tokenVerifier(), await provider.sign(said))).toBe(false);
    expect(provider.fetches()).toBe(0);
  });
});
