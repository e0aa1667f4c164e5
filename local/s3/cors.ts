import type { CorsRule } from './bucket-config.ts';
import { type Refusal, refuse } from './protocol/refusal.ts';
import { emptyReply, type Reply } from './protocol/reply.ts';

type Headers = ReadonlyMap<string, string>;

/** The answer to a browser's preflight request (OPTIONS). */
export function preflight(headers: Headers, rules: readonly CorsRule[]): Reply | Refusal {
  const origin = headers.get('origin');
  const method = headers.get('access-control-request-method');
  if (origin === undefined || method === undefined) {
    const missing = origin === undefined ? 'Origin' : 'Access-Control-Request-Method';
    return refuse('BadRequest', `Insufficient information. ${missing} request header needed.`);
  }
  const wanted = listOf(headers.get('access-control-request-headers'));
  const rule = rules.find(
    (one) =>
      allows(one, origin, method) && wanted.every((name) => matchesAny(one.allowedHeaders ?? [], name)),
  );
  if (rule === undefined) {
    return refuse(
      'AccessForbidden',
      rules.length === 0
        ? 'CORSResponse: CORS is not enabled for this bucket.'
        : "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.",
    );
  }
  return emptyReply(200, {
    ...grant(rule, origin),
    ...(wanted.length === 0 ? {} : { 'access-control-allow-headers': wanted.join(', ') }),
    ...(rule.maxAgeSeconds === undefined ? {} : { 'access-control-max-age': String(rule.maxAgeSeconds) }),
  });
}

/** What lets a browser show an answer to the page that asked; nothing when no rule allows it. */
export function corsHeaders(
  headers: Headers,
  method: string,
  rules: readonly CorsRule[],
): Record<string, string> {
  const origin = headers.get('origin');
  const rule = origin === undefined ? undefined : rules.find((one) => allows(one, origin, method));
  return origin === undefined || rule === undefined ? {} : grant(rule, origin);
}

function grant(rule: CorsRule, origin: string): Record<string, string> {
  const forAll = rule.allowedOrigins.includes('*');
  const exposed = rule.exposedHeaders ?? [];
  return {
    'access-control-allow-origin': forAll ? '*' : origin,
    'access-control-allow-methods': rule.allowedMethods.join(', '),
    ...(forAll ? {} : { 'access-control-allow-credentials': 'true' }),
    ...(exposed.length === 0 ? {} : { 'access-control-expose-headers': exposed.join(', ') }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

function allows(rule: CorsRule, origin: string, method: string): boolean {
  return rule.allowedMethods.includes(method) && matchesAny(rule.allowedOrigins, origin);
}

/** A pattern may hold one `*`; case does not count, as in host and header names. */
function matchesAny(patterns: readonly string[], text: string): boolean {
  const plain = text.toLowerCase();
  return patterns.some((pattern) => {
    const [start = '', end] = pattern.toLowerCase().split('*');
    if (end === undefined) return plain === start;
    return plain.length >= start.length + end.length && plain.startsWith(start) && plain.endsWith(end);
  });
}

function listOf(header: string | undefined): string[] {
  return (header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
}
