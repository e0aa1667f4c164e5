import * as oauth from 'oauth4webapi';
import { type Attempt, keepAttempt, type Session } from './session.ts';
import type { SignInSettings } from './settings.ts';

/**
 * The code flow of OpenID Connect with PKCE (S256), state and nonce, by a library that is certified for it. No secret
 * is kept in a page, and no token travels in an address.
 */

/** Leaves for the provider; the answer comes back to the first page, and the reader then goes `back`. */
export async function leaveFor(settings: SignInSettings, back: string): Promise<void> {
  const server = await serverOf(settings);
  const attempt: Attempt = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    back,
  };
  keepAttempt(attempt);
  const there = new URL(needed(server.authorization_endpoint));
  const asked = {
    client_id: settings.clientId,
    redirect_uri: returnAddress(),
    response_type: 'code',
    scope: settings.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
  };
  for (const [name, value] of Object.entries(asked)) there.searchParams.set(name, value);
  location.assign(there);
}

/** Exchanges the code that the provider sent for a token. Throws when the answer is not the one to this attempt. */
export async function sessionOf(settings: SignInSettings, attempt: Attempt, answer: URL): Promise<Session> {
  const server = await serverOf(settings);
  const client = clientOf(settings);
  const asked = oauth.validateAuthResponse(server, client, answer, attempt.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    asked,
    returnAddress(),
    attempt.verifier,
    optionsFor(settings),
  );
  const { access_token: token, expires_in: seconds = 300 } = await oauth.processAuthorizationCodeResponse(
    server,
    client,
    response,
    { expectedNonce: attempt.nonce, requireIdToken: true },
  );
  return { token, until: Date.now() + seconds * 1000 };
}

/** Where the provider itself is told that the reader has gone; undefined where it has no such place. */
export async function endOf(settings: SignInSettings): Promise<URL | undefined> {
  const { end_session_endpoint: end } = await serverOf(settings);
  if (end === undefined) return undefined;
  const there = new URL(end);
  there.searchParams.set('client_id', settings.clientId);
  there.searchParams.set('post_logout_redirect_uri', returnAddress());
  return there;
}

async function serverOf(settings: SignInSettings): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(settings.issuer);
  const response = await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...optionsFor(settings) });
  return await oauth.processDiscoveryResponse(issuer, response);
}

function clientOf({ clientId }: SignInSettings): oauth.Client {
  return { client_id: clientId };
}

/** Plain HTTP to this machine only. */
function optionsFor({ issuer }: SignInSettings) {
  return { [oauth.allowInsecureRequests]: new URL(issuer).hostname === '127.0.0.1' };
}

function returnAddress(): string {
  return `${location.origin}/`;
}

function needed(endpoint: string | undefined): string {
  if (endpoint === undefined) throw new Error('The identity provider names no place to sign in.');
  return endpoint;
}
