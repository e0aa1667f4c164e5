import { createHash, randomBytes } from 'node:crypto';
import type { Role } from './roles.ts';

/** What a code was given for; it is good for nothing else. */
export type Granted = {
  readonly role: Role;
  readonly client: string;
  readonly returnTo: string;
  /** SHA-256 of the verifier that only the page knows, base64url. */
  readonly challenge: string;
  readonly nonce: string | undefined;
};

export type Redeemed = Pick<Granted, 'client' | 'returnTo'> & {
  readonly code: string;
  readonly verifier: string;
};

const LIFETIME_MS = 60_000;

/** Authorization codes (RFC 6749, RFC 7636): each once, for a minute, for the page that asked. */
export function newCodes(now: () => number) {
  const given = new Map<string, Granted & { readonly until: number }>();
  return {
    give(granted: Granted): string {
      for (const [code, { until }] of given) if (until < now()) given.delete(code);
      const code = randomBytes(32).toString('base64url');
      given.set(code, { ...granted, until: now() + LIFETIME_MS });
      return code;
    },
    /** Undefined when the code does not hold; it is used up either way. */
    redeem({ code, client, returnTo, verifier }: Redeemed): Granted | undefined {
      const granted = given.get(code);
      given.delete(code);
      if (granted === undefined || granted.until < now()) return undefined;
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      const isSame =
        granted.client === client && granted.returnTo === returnTo && granted.challenge === challenge;
      return isSame ? granted : undefined;
    },
  };
}
