import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { readBody } from './http/body.ts';
import { isForeignOrigin } from './http/host.ts';
import { writeJson } from './http/json.ts';
import { writeProblem } from './http/problem.ts';
import type { Granted } from './sign-in/codes.ts';
import { startSignIn } from './sign-in/sign-in.ts';

export const scopes = ['read', 'upload', 'operate', 'read-small-numbers'] as const;

/** What a token grants: scopes, and area codes or `*` for all. */
export type Grant = {
  readonly scopes: readonly string[];
  readonly areas: readonly string[];
  /** Who it is given to; whoever sits at this machine unless told. */
  readonly subject?: string;
};

export const everything: Grant = { scopes, areas: ['*'] };

const LIFETIME_SECONDS = 3600;
/** A token is renewed this long before it ends, so that none ends on its way. */
const RENEW_MS = 300_000;

/**
 * The identity provider of one machine, in the place of the council's. It signs with a key made at this start; the
 * functions check its tokens exactly as they check any other's. Expiries are in real time.
 */
export type Issuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly keysUrl: string;
  token(grant: Grant): Promise<string>;
  /** An Authorization header with every right, renewed in time. */
  ownAuthorization(): Promise<string>;
  /**
   * Serves `/local/keys` (JWKS) and `/local/token?scope=read,upload&areas=E06000054`; a machine posts there as OAuth 2
   * has it: `grant_type=client_credentials&client_id=mis&scope=upload&areas=E06000054`, with any secret. People sign in
   * at `/local/authorize`, as the dashboard sends them.
   */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
};

/** `served` are the councils for which people may sign in. */
export async function startIssuer(origin: string, served: readonly string[]): Promise<Issuer> {
  const issuer = `${origin}/local`;
  const audience = 'bellwether-local';
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const kid = crypto.randomUUID();
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' }] };
  const signIn = startSignIn(origin, served);
  let kept: { header: string; until: number } | undefined;

  function token(grant: Grant): Promise<string> {
    return new SignJWT({ scope: grant.scopes.join(' '), areas: [...grant.areas] })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(grant.subject ?? 'local-user')
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(privateKey);
  }

  /** Says to a page who has signed in (OpenID Connect): for the page alone, the API takes none. */
  function idToken({ role, client, nonce }: Granted): Promise<string> {
    return new SignJWT({ ...(nonce !== undefined && { nonce }) })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'JWT' })
      .setIssuer(issuer)
      .setAudience(client)
      .setSubject(role.id)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .sign(privateKey);
  }

  async function exchange(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const granted = signIn.redeem(form);
    if (granted === undefined) return writeRefusal(response);
    const { scopes: allowed, areas, id } = granted.role;
    writeJson(response, {
      access_token: await token({ scopes: allowed, areas, subject: id }),
      id_token: await idToken(granted),
      token_type: 'Bearer',
      expires_in: LIFETIME_SECONDS,
      scope: allowed.join(' '),
    });
  }

  return {
    issuer,
    audience,
    keysUrl: `${origin}/local/keys`,
    token,
    async ownAuthorization() {
      if (!kept || kept.until < Date.now()) {
        const until = Date.now() + LIFETIME_SECONDS * 1000 - RENEW_MS;
        kept = { header: `Bearer ${await token(everything)}`, until };
      }
      return kept.header;
    },
    async handle(request, response) {
      const url = new URL(request.url ?? '/', origin);
      if (url.pathname === '/local/keys') return writeJson(response, keys);
      if (signIn.handle(url, response)) return;
      if (url.pathname !== '/local/token') {
        return writeProblem(response, {
          status: 404,
          detail: 'There are /local/keys and /local/token here.',
        });
      }
      if (isForeignOrigin(request.headers.origin)) {
        return writeProblem(response, {
          status: 403,
          detail: 'Tokens are not given to pages of other sites.',
        });
      }
      const asked = request.method === 'POST' ? await formOf(request) : url.searchParams;
      const grantType = request.method === 'POST' ? asked.get('grant_type') : 'client_credentials';
      if (grantType === 'authorization_code') return exchange(asked, response);
      if (grantType !== 'client_credentials') {
        const detail = 'Only grant_type=client_credentials and authorization_code can be posted here.';
        return writeProblem(response, { status: 400, detail });
      }
      const grant = grantOf(asked);
      const unknown = grant.scopes.filter((scope) => !scopes.some((known) => known === scope));
      if (unknown.length > 0) {
        const detail = `There is no scope ${unknown.join(', ')}. The scopes are ${scopes.join(', ')}.`;
        return writeProblem(response, { status: 400, detail });
      }
      writeJson(response, {
        access_token: await token(grant),
        token_type: 'Bearer',
        expires_in: LIFETIME_SECONDS,
        scope: grant.scopes.join(' '),
        areas: grant.areas,
      });
    },
  };
}

/** As OAuth 2 says it (RFC 6749, 5.2). */
function writeRefusal(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ error: 'invalid_grant' }));
}

/** What a form says; of one that is too large, nothing. */
async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const body = await readBody(request);
  return new URLSearchParams(body.kind === 'whole' ? body.bytes.toString() : '');
}

/** What is asked for; what is left out means all. Lists are separated by spaces or commas. */
function grantOf(asked: URLSearchParams): Grant {
  const list = (name: string) =>
    asked
      .get(name)
      ?.split(/[\s,]+/)
      .filter((each) => each !== '');
  const client = asked.get('client_id');
  return {
    scopes: list('scope') ?? everything.scopes,
    areas: list('areas') ?? everything.areas,
    ...(client !== null && { subject: client }),
  };
}
