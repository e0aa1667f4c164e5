import { readAsked, sealed } from './asked.ts';
import { type Audit, auditEntry } from './audit.ts';
import { type Claims, nobody, refusal, unauthorised, unverifiable } from './authorise.ts';
import { etagOf, matchesEtag } from './etag.ts';
import { formOf } from './formed.ts';
import { type Match, matchRoute } from './match.ts';
import type { DoorPorts } from './ports.ts';
import { type Problem, problem } from './problem.ts';
import type { Content, Route } from './route.ts';

/** A request as any front gives it: header names in lower case, the path still percent-encoded. */
export type ApiRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  /** The body as it came, where it did not come as text. */
  readonly bytes?: Uint8Array;
};

export type ApiResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body where it is no text. */
  readonly bytes?: Uint8Array;
};

const BASE = '/api/v1';

/**
 * Answers a request by the routes. Every expected failure is problem+json; what throws is a bug of ours. Each write and
 * each refusal is told to `audit`, also where it throws.
 */
export async function respond<Ports extends DoorPorts>(
  request: ApiRequest,
  routes: readonly Route<Ports>[],
  ports: Ports,
  audit: Audit = () => undefined,
): Promise<ApiResponse> {
  const match = request.path.startsWith(`${BASE}/`)
    ? matchRoute(routes, request.method, request.path.slice(BASE.length))
    : ({ kind: 'none' } as const);
  const open = match.kind === 'found' && match.route.scopes === null;
  const bearer = open ? nobody : await callerOf(request, ports);
  const caller = bearer === 'unverifiable' ? undefined : bearer;
  const found = match.kind === 'found' ? match : undefined;
  const asked = { method: request.method, route: found?.route, area: found?.params['area'], caller };
  const told = (status: number) => {
    const entry = auditEntry(asked, status);
    if (entry) audit(entry);
  };
  if (bearer === 'unverifiable') {
    told(503);
    return problemResponse(unverifiable(), { 'retry-after': '5' });
  }
  try {
    const response = await answerMatch(request, match, caller, ports);
    told(response.status);
    return response;
  } catch (error) {
    told(500);
    throw error;
  }
}

async function answerMatch<Ports>(
  request: ApiRequest,
  match: Match<Route<Ports>>,
  caller: Claims | undefined,
  ports: Ports,
): Promise<ApiResponse> {
  if (!caller) return problemResponse(unauthorised(), { 'www-authenticate': 'Bearer' });
  switch (match.kind) {
    case 'none':
      return problemResponse(problem(404, 'There is no such route. See /api/v1/openapi.json.'));
    case 'wrong-method':
      return problemResponse(problem(405, `This route answers ${match.allowed.join(', ')}.`), {
        allow: match.allowed.join(', '),
      });
    case 'found':
      return await answerRoute(request, match.route, match.params, caller, ports);
  }
}

async function answerRoute<Ports>(
  request: ApiRequest,
  route: Route<Ports>,
  params: Record<string, string>,
  caller: Claims,
  ports: Ports,
): Promise<ApiResponse> {
  const refused = refusal(route, caller, params['area']);
  if (refused) return problemResponse(refused);
  const place = { path: route.path, params, query: request.query };
  const asked = readAsked(route, place);
  if ('status' in asked) return problemResponse(asked);
  const { query, fields } = asked;
  const content = contentOf(request);
  const raw = { params, query, body: request.body, content, caller, ports };
  const usual = { 'cache-control': route.cacheControl, vary: 'accept, accept-encoding, authorization' };
  const known = request.headers['if-none-match'];
  const stamp = await route.stamp(raw);
  const stamped = stamp === undefined ? undefined : etagOf(stamp, ...addressParts(request));
  // Nothing of the answer has been read yet.
  if (stamped !== undefined && matchesEtag(known, stamped))
    return { status: 304, headers: { ...usual, etag: stamped }, body: '' };
  const reply = await route.answer(raw);
  if (reply.kind === 'problem') return problemResponse(reply.problem);
  const formed = await formOf(sealed(reply, route, place), route, request, fields);
  if ('status' in formed) return problemResponse(formed);
  const { body } = formed;
  const headers = {
    ...formed.headers,
    ...usual,
    ...(reply.location !== undefined && { location: reply.location }),
  };
  const shown = typeof body === 'string' ? { body } : { body: '', bytes: body };
  if (route.method !== 'GET') return { status: route.status, headers, ...shown };
  const etag = stamped ?? etagOf(body);
  const unchanged = matchesEtag(known, etag);
  return {
    status: unchanged ? 304 : route.status,
    headers: { ...headers, etag },
    ...(unchanged ? { body: '' } : shown),
  };
}

/** All of a request but its validator by which its answer may differ. */
function addressParts({ path, query, headers }: ApiRequest): readonly string[] {
  const asked = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return [path, JSON.stringify(asked), headers['accept'] ?? ''];
}

function contentOf({ body, bytes, headers }: ApiRequest): Content {
  return { bytes: bytes ?? Buffer.from(body ?? ''), type: mediaType(headers['content-type'] ?? '') };
}

function mediaType(header: string): string {
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

async function callerOf(request: ApiRequest, ports: DoorPorts): ReturnType<DoorPorts['verify']> {
  const token = /^Bearer +(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  return token === undefined ? undefined : await ports.verify(token);
}

/** A problem as a response. */
export function problemResponse(body: Problem, headers: Record<string, string> = {}): ApiResponse {
  return {
    status: body.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(body),
  };
}
