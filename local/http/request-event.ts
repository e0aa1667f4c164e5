import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ACCOUNT } from '../resources/place.ts';
import { isText } from './body.ts';
import type { RouteMatch } from './routes.ts';

export type Incoming = {
  readonly request: IncomingMessage;
  /** Percent-encoded, without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: Buffer;
  readonly match: RouteMatch;
  /** Of the front itself, added when the request carries none. */
  readonly authorization: string | undefined;
};

/** The event of an HTTP API, payload format 2.0. Source: API Gateway developer guide, "AWS Lambda integrations". */
export function requestEvent({ request, path, query, body, match, authorization }: Incoming, at: Date) {
  const { cookie, ...headers } = headersOf(request);
  const cookies = cookie?.split(/; */).filter((each) => each !== '') ?? [];
  const queryParameters = queryOf(query);
  const text = isText(headers['content-type']);
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers: { ...headers, ...(authorization !== undefined && { authorization }) },
    ...(Object.keys(queryParameters).length > 0 && { queryStringParameters: queryParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: match.integration.apiId,
      domainName: headers['host'] ?? '',
      domainPrefix: match.integration.apiId,
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: match.routeKey,
      stage: '$default',
      time: at.toISOString(),
      timeEpoch: at.getTime(),
    },
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}

/** Names in lower case; what comes more than once is joined by a comma. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (values) joined[name] = values.join(name === 'cookie' ? '; ' : ',');
  }
  return joined;
}

function queryOf(query: string): Record<string, string> {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = Object.hasOwn(joined, name) ? joined[name] : undefined;
    joined[name] = before === undefined ? value : `${before},${value}`;
  }
  return joined;
}
