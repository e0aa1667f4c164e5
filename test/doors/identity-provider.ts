import { createServer } from 'node:http';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import { close, listen } from '../../local/engines/listen.ts';

type Key = {
  readonly kid: string;
  readonly published: JWK;
  readonly secret: CryptoKey;
  readonly spki: string;
};

/** What a token says apart from the usual, and with which key it is signed. */
export type Said = {
  readonly issuer: string;
  readonly audience: string;
  readonly claims: Readonly<Record<string, unknown>>;
  /** Seconds from now; undefined leaves it out. */
  readonly expiresIn?: number | undefined;
  readonly notBeforeIn?: number;
  readonly kid?: string;
  readonly typ?: string;
};

/** An identity provider as a council has one, whose tokens can be wrong in every way. */
export type IdentityProvider = {
  readonly keysUrl: string;
  /** How often its keys were fetched. */
  readonly fetches: () => number;
  readonly sign: (said: Said) => Promise<string>;
  /** The public key as PEM: what somebody would take for a shared secret. */
  readonly publicKey: () => string;
  /** From now on tokens are signed with another key; the one before is still published, or not. */
  readonly rotate: (keepOld: boolean) => Promise<void>;
  /** What is answered for the keys instead; undefined for the keys. */
  readonly answerInstead: (status: number | undefined) => void;
  readonly stop: () => Promise<void>;
};

/** With `also`, the keys of that address are published beside its own. */
export async function startIdentityProvider(also?: () => Promise<readonly JWK[]>): Promise<IdentityProvider> {
  let current = await newKey('first');
  let published = [current];
  let fetches = 0;
  let instead: number | undefined;
  const server = createServer(async (_, response) => {
    fetches += 1;
    const keys = [...published.map((key) => key.published), ...((await also?.()) ?? [])];
    response.writeHead(instead ?? 200, { 'content-type': 'application/json' });
    response.end(instead === undefined ? JSON.stringify({ keys }) : '{}');
  });
  const port = await listen(server, 0);
  return {
    keysUrl: `http://127.0.0.1:${port}/keys`,
    fetches: () => fetches,
    publicKey: () => current.spki,
    sign({ issuer, audience, claims, expiresIn, notBeforeIn, kid = current.kid, typ = 'JWT' }) {
      const now = Math.floor(Date.now() / 1000);
      const token = new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid, typ })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(now);
      if (expiresIn !== undefined) token.setExpirationTime(now + expiresIn);
      if (notBeforeIn !== undefined) token.setNotBefore(now + notBeforeIn);
      return token.sign(current.secret);
    },
    async rotate(keepOld) {
      const next = await newKey(crypto.randomUUID());
      published = keepOld ? [current, next] : [next];
      current = next;
    },
    answerInstead(status) {
      instead = status;
    },
    stop: () => close(server, 0),
  };
}

async function newKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    kid,
    published: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' },
    secret: privateKey,
    spki: await exportSPKI(publicKey),
  };
}
