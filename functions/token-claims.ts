import * as z from 'zod';
import type { Claims } from '../shared/api/authorise.ts';

/** A list as providers write it: separated by spaces, or an array. */
const list = z
  .union([z.string().transform((text) => text.split(' ').filter(Boolean)), z.array(z.string())])
  .default([]);

/**
 * `scope` as OAuth 2 has it (RFC 9068). Microsoft Entra says the same in `scp` for people and in `roles` for machines
 * that come by client credentials. `areas` is this product's own claim.
 */
const claimsSchema = z.object({
  sub: z.string().default('unknown'),
  scope: list,
  scp: list,
  roles: list,
  areas: list,
});

/** What a token whose signature holds says of its bearer. Throws a ZodError where it says it in another way. */
export function claimsOf(payload: unknown): Claims {
  const { sub, scope, scp, roles, areas } = claimsSchema.parse(payload);
  return { subject: sub, scopes: [...new Set([...scope, ...scp, ...roles])], areas };
}
