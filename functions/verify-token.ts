import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import * as z from 'zod';
import type { DoorPorts } from '../shared/api/ports.ts';
import { optional } from './environment.ts';
import { log, thrown } from './logger.ts';
import { claimsOf } from './token-claims.ts';

// Asymmetric only: a shared secret or `none` must never pass.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const CLOCK_SKEW_SECONDS = 30;

/**
 * Verifies tokens of the configured issuer: signature, issuer, audience, expiry, algorithm. Without an issuer,
 * an audience or a key address no token is valid, and while the keys cannot be had nobody is let in: it fails closed.
 */
export function tokenVerifier(): DoorPorts['verify'] {
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
      return claimsOf(payload);
    } catch (error) {
      if (isTokensFault(error)) return undefined;
      log('tokens-unverifiable', { keysUrl, error: thrown(error) });
      return 'unverifiable';
    }
  };
}

/** True when the token is to blame; else the issuer's keys could not be had, which would look like bad tokens. */
function isTokensFault(error: unknown): boolean {
  if (error instanceof z.ZodError) return true;
  return (
    error instanceof errors.JOSEError &&
    !(
      error instanceof errors.JWKSTimeout ||
      error instanceof errors.JWKSInvalid ||
      error.code === 'ERR_JOSE_GENERIC'
    )
  );
}
