import { type Problem, problem } from './problem.ts';
import type { DescribedRoute } from './route.ts';

/** What a verified token says of its bearer. */
export type Claims = {
  readonly subject: string;
  readonly scopes: readonly string[];
  /** Council codes, or `*` for all. */
  readonly areas: readonly string[];
};

/** For routes that need no token. */
export const nobody: Claims = { subject: 'nobody', scopes: [], areas: [] };

/** True when the caller may see the area. */
export function mayUse(caller: Claims, area: string): boolean {
  return caller.areas.includes('*') || caller.areas.includes(area);
}

/**
 * Why the caller may not use a route, or undefined when they may. The answers say nothing about what exists:
 * a foreign area and an area that does not exist are refused alike.
 */
export function refusal(
  route: Pick<DescribedRoute, 'scopes'>,
  caller: Claims | undefined,
  area: string | undefined,
): Problem | undefined {
  if (route.scopes === null) return undefined;
  if (!caller) return unauthorised();
  const missing = route.scopes.filter((scope) => !caller.scopes.includes(scope));
  if (missing.length > 0) return problem(403, `This needs the scope ${missing.join(' and ')}.`);
  if (area !== undefined && !mayUse(caller, area))
    return problem(403, 'Your token does not cover this area.');
  return undefined;
}

/** A token of which nobody can tell at the moment whether it holds: its bearer is not let in, and is not to sign in anew. */
export function unverifiable(): Problem {
  return problem(
    503,
    'The keys of your identity provider cannot be had at the moment, so your token cannot be checked. Ask again in a few seconds.',
  );
}

/** No token, or one that does not hold. */
export function unauthorised(): Problem {
  return problem(
    401,
    'This needs a valid token of your identity provider: send it as "Authorization: Bearer …".',
  );
}
