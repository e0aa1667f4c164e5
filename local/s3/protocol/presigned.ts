import { type Refusal, refuse } from './refusal.ts';

const needed = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
] as const;

const longestSeconds = 604_800;
const skewMs = 15 * 60_000;

/** True when the request carries its authorisation in its address. */
export function isPresigned(query: ReadonlyMap<string, string>): boolean {
  return needed.some((name) => query.has(name));
}

/** What of a request is held against its presigned address. */
export type Presented = {
  readonly query: ReadonlyMap<string, string>;
  readonly headers: { has(name: string): boolean };
  readonly method: string;
};

/** The method is part of what is signed; an address names its operation when it was signed by an SDK. */
const methods: ReadonlyMap<string, string> = new Map([
  ['PutObject', 'PUT'],
  ['GetObject', 'GET'],
]);

/**
 * Refuses a presigned address that is incomplete, not valid yet or expired at `now` (real time), and a request that
 * lacks a header that was signed; null lets it pass. Signatures are not verified: the server is on loopback and any
 * credentials will do. But what a MIS forgets must fail here as it would on AWS.
 */
export function checkPresigned({ query, headers, method }: Presented, now: Date): Refusal | null {
  if (needed.some((name) => (query.get(name) ?? '') === '')) {
    return badParameters(
      `Query-string authentication version 4 requires the ${needed.join(', ')} parameters.`,
    );
  }
  const signedAt = parseAmzDate(query.get('X-Amz-Date') ?? '');
  if (signedAt === null)
    return badParameters("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
  const lifetime = query.get('X-Amz-Expires') ?? '';
  if (!/^\d{1,9}$/.test(lifetime)) return badParameters('X-Amz-Expires should be a non-negative number');
  if (Number(lifetime) > longestSeconds) {
    return badParameters(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${longestSeconds} seconds`,
    );
  }
  const expires = signedAt.getTime() + Number(lifetime) * 1000;
  const times = { ServerTime: iso(now), Expires: iso(new Date(expires)), 'X-Amz-Expires': lifetime };
  if (signedAt.getTime() > now.getTime() + skewMs) {
    return refuse('AccessDenied', 'Request is not yet valid', { details: times });
  }
  if (now.getTime() > expires) return refuse('AccessDenied', 'Request has expired', { details: times });
  const signedMethod = methods.get(query.get('x-id') ?? '');
  if (signedMethod !== undefined && signedMethod !== method) {
    return refuse('SignatureDoesNotMatch', `The address was signed for ${signedMethod}, not for ${method}`);
  }
  const missing = (query.get('X-Amz-SignedHeaders') ?? '').split(';').filter((name) => !headers.has(name));
  return missing.length === 0
    ? null
    : refuse(
        'SignatureDoesNotMatch',
        `The address was signed with headers that this request does not send: ${missing.join(', ')}`,
      );
}

/**
 * The headers that a signer moved into the address: `x-amz-meta-known-at` and its like count as sent, as S3 takes
 * them. Names are lower-case.
 */
export function hoistedHeaders(query: ReadonlyMap<string, string>): Map<string, string> {
  const own = new Set([...needed, 'X-Amz-Security-Token'].map((name) => name.toLowerCase()));
  return new Map(
    [...query]
      // As Node gives headers: each byte a character.
      .map(([name, value]) => [name.toLowerCase(), Buffer.from(value).toString('latin1')] as const)
      .filter(([name]) => name.startsWith('x-amz-') && !own.has(name)),
  );
}

function parseAmzDate(text: string): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

function badParameters(message: string): Refusal {
  return refuse('AuthorizationQueryParametersError', message);
}

function iso(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
