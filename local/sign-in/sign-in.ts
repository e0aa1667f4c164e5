import type { ServerResponse } from 'node:http';
import { writeJson } from '../http/json.ts';
import { writeProblem } from '../http/problem.ts';
import { type Granted, newCodes } from './codes.ts';
import { rolePage } from './role-page.ts';
import { rolesFor } from './roles.ts';

/** What the dashboard is known by here. */
export const DASHBOARD_CLIENT = 'bellwether-dashboard';

/**
 * The part of the local identity provider that people see: OpenID Connect's code flow with PKCE, as a council's own
 * has it, with a choice of roles in the place of a password.
 */
export function startSignIn(origin: string, served: readonly string[]) {
  const issuer = `${origin}/local`;
  const returnTo = `${origin}/`;
  const roles = rolesFor(served);
  const codes = newCodes(Date.now);

  function authorize(asked: URLSearchParams, response: ServerResponse): void {
    const challenge = asked.get('code_challenge');
    const isCodeFlow = asked.get('response_type') === 'code' && asked.get('code_challenge_method') === 'S256';
    const role = roles.find(({ id }) => id === asked.get('role'));
    if (asked.get('client_id') !== DASHBOARD_CLIENT || asked.get('redirect_uri') !== returnTo) {
      // Nobody is sent to an address that is not the dashboard's, not even with a refusal.
      const detail = `Only ${DASHBOARD_CLIENT} can sign people in here, and they return to ${returnTo}.`;
      writeProblem(response, { status: 400, detail });
    } else if (!isCodeFlow || challenge === null) {
      comeBack(response, asked, { error: 'invalid_request' });
    } else if (role === undefined) {
      showPage(response, rolePage(roles, asked));
    } else {
      const nonce = asked.get('nonce') ?? undefined;
      const code = codes.give({ role, client: DASHBOARD_CLIENT, returnTo, challenge, nonce });
      comeBack(response, asked, { code, iss: issuer });
    }
  }

  function comeBack(response: ServerResponse, asked: URLSearchParams, said: Record<string, string>): void {
    const there = new URL(returnTo);
    for (const [name, value] of Object.entries({ ...said, state: asked.get('state') ?? '' }))
      there.searchParams.set(name, value);
    redirect(response, there.href);
  }

  return {
    /** Answers what is the sign-in's; false for anything else. */
    handle(url: URL, response: ServerResponse): boolean {
      if (url.pathname === '/local/.well-known/openid-configuration') {
        writeJson(response, describe(issuer));
      } else if (url.pathname === '/local/authorize') {
        authorize(url.searchParams, response);
      } else if (url.pathname === '/local/sign-out') {
        redirect(response, returnTo);
      } else return false;
      return true;
    },
    /** What a posted code was given for; undefined when it does not hold. */
    redeem(form: URLSearchParams): Granted | undefined {
      const text = (name: string) => form.get(name) ?? '';
      return codes.redeem({
        ...{ code: text('code'), client: text('client_id') },
        ...{ returnTo: text('redirect_uri'), verifier: text('code_verifier') },
      });
    },
  };
}

function describe(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/sign-out`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}

function showPage(response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; img-src data:; frame-ancestors 'none'",
  });
  response.end(page);
}
