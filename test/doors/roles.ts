import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { IdentityProvider, Said } from './identity-provider.ts';

export const own = 'E06000054';

/** Who comes to the door: with what, and what it entitles to. */
export type Role = {
  readonly name: string;
  /** The Authorization header; undefined where none is sent. */
  readonly authorization: string | undefined;
  /** Undefined where the token must not hold. */
  readonly rights: { readonly scopes: readonly string[]; readonly areas: readonly string[] } | undefined;
};

const all = ['read', 'read-small-numbers', 'upload', 'operate'];
const HOUR = 3600;

/** Every sort of caller; the machine gets its token as machines do. */
export async function rolesOf(
  provider: IdentityProvider,
  issued: { readonly issuer: string; readonly audience: string; readonly tokenUrl: string },
): Promise<readonly Role[]> {
  const { issuer, audience, tokenUrl } = issued;
  const base: Said = { issuer, audience, expiresIn: HOUR, claims: {} };
  const everything = { scope: all.join(' '), areas: ['*'] };
  const signed = async (
    name: string,
    scopes: readonly string[],
    areas: readonly string[],
  ): Promise<Role> => ({
    name,
    authorization: `Bearer ${await provider.sign({ ...base, claims: { sub: name, scope: scopes.join(' '), areas } })}`,
    rights: { scopes, areas },
  });
  const wrong = async (name: string, differs: Partial<Said>): Promise<Role> => ({
    name,
    authorization: `Bearer ${await provider.sign({ ...base, claims: { sub: name, ...everything }, ...differs })}`,
    rights: undefined,
  });
  const bare = (name: string, authorization: string | undefined): Role => ({
    name,
    authorization,
    rights: undefined,
  });
  const good = await provider.sign({ ...base, claims: everything });
  return [
    bare('nobody', undefined),
    bare('no bearer', 'Basic YW5uOmFubg=='),
    bare('nonsense', 'Bearer a.b.c'),
    await wrong('expired', { expiresIn: -HOUR }),
    await wrong('without an end', { expiresIn: undefined }),
    await wrong('not yet', { notBeforeIn: HOUR }),
    await wrong('wrong audience', { audience: 'another-product' }),
    await wrong('wrong issuer', { issuer: 'https://login.example' }),
    await wrong('unknown key', { kid: 'nobody-knows-it' }),
    bare(
      'no algorithm',
      `Bearer ${unsigned({ iss: issuer, aud: audience, exp: 9_999_999_999, ...everything })}`,
    ),
    bare('the public key as a secret', `Bearer ${withSharedSecret(good, provider.publicKey())}`),
    bare('changed after it was signed', `Bearer ${changed(good)}`),
    await wrong('claims of another form', { claims: { scope: { read: true }, areas: 7 } }),
    await signed('no scope', [], [own]),
    await signed('read', ['read'], [own]),
    await signed('upload', ['upload'], [own]),
    await signed('operate', ['operate'], [own]),
    await signed('read with small numbers', ['read', 'read-small-numbers'], [own]),
    await signed('small numbers alone', ['read-small-numbers'], [own]),
    await signed('another area', all, ['E06000055']),
    await signed('no area', all, []),
    await signed('every area', all, ['*']),
    await machine(tokenUrl),
  ];
}

/** By client credentials, RFC 6749 section 4.4. */
async function machine(tokenUrl: string): Promise<Role> {
  const rights = { scopes: ['upload', 'read'], areas: [own] };
  const body = new URLSearchParams({
    ...{ grant_type: 'client_credentials', client_id: 'council-mis', client_secret: 'any' },
    ...{ scope: rights.scopes.join(' '), areas: rights.areas.join(' ') },
  });
  const answered: unknown = await (await fetch(tokenUrl, { method: 'POST', body })).json();
  const { access_token: token } = z.object({ access_token: z.string() }).parse(answered);
  return { name: 'a machine', authorization: `Bearer ${token}`, rights };
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function unsigned(claims: unknown): string {
  return `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims)}.`;
}

function withSharedSecret(token: string, secret: string): string {
  const signedPart = `${encoded({ alg: 'HS256', kid: 'first' })}.${token.split('.')[1]}`;
  return `${signedPart}.${createHmac('sha256', secret).update(signedPart).digest('base64url')}`;
}

function changed(token: string): string {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const said: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return `${head}.${encoded({ ...z.looseObject({}).parse(said), sub: 'somebody-else' })}.${signature}`;
}
