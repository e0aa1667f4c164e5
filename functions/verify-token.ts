import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';
import type { Claims } from '../shared/api/authorise.ts';
import { optional } from './environment.ts';

// Asymmetric only: a shared secret or `none` must never pass.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 30;

/** `scope` separated by spaces, as OAuth 2 has it; `areas` is this product's own claim. */
const claimsSchema = z.object({
  sub: z.string().default('unknown'),
  scope: z.string().default(''),
  areas: z.array(z.string()).default([]),
});

/**
 * Verifies tokens of the configured issuer: signature, issuer, audience, expiry, algorithm. Without an issuer,
 * an audience or a key address no token is valid: it fails closed.
 */
export function tokenVerifier(): (token: string) => Promise<Claims | undefined> {
  const issuer = optional('TOKEN_ISSUER');
  const audience = optional('TOKEN_AUDIENCE');
  const keysUrl = optional('TOKEN_KEYS_URL');
  if (!issuer || !audience || !keysUrl) return () => Promise.resolve(undefined);
  const keys = createRemoteJWKSet(new URL(keysUrl));
  const options = {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_SKEW_SECONDS,
    requiredClaims: ['exp'],
  };
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, options);
      const { sub, scope, areas } = claimsSchema.parse(payload);
      return { subject: sub, scopes: scope.split(' ').filter(Boolean), areas };
    } catch {
      return undefined;
    }
  };
}
