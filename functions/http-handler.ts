import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import type { Audit } from '../shared/api/audit.ts';
import type { DoorPorts } from '../shared/api/ports.ts';
import { problem } from '../shared/api/problem.ts';
import { type ApiRequest, type ApiResponse, problemResponse, respond } from '../shared/api/respond.ts';
import type { Route } from '../shared/api/route.ts';
import { compressed } from './compressed.ts';
import { log, logger, thrown } from './logger.ts';
import { timed } from './timing.ts';

/**
 * A handler of the HTTP API that answers by these routes, each request with ports of its own. Whatever throws is logged
 * and answered as 500.
 */
export function httpHandler<Ports extends DoorPorts>(routes: readonly Route<Ports>[], portsOf: () => Ports) {
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(injectLambdaContext(logger))
    .handler(async (event: APIGatewayProxyEventV2, context: Context) => {
      const response = await timed(() =>
        answered(context.awsRequestId, () => respond(requestOf(event), routes, portsOf(), audited)),
      );
      return await compressed(response, event.headers['accept-encoding']);
    });
}

/** The audit record is a line of the log, with the request's id: `code` tells it from others. */
const audited: Audit = ({ code, ...entry }) => log(`audit.${code}`, { audit: entry });

function requestOf(event: APIGatewayProxyEventV2): ApiRequest {
  const { queryStringParameters = {}, rawPath, headers, body, isBase64Encoded } = event;
  const query = Object.entries(queryStringParameters).map(([name, value]) => [name, value ?? '']);
  return {
    method: event.requestContext.http.method,
    path: rawPath,
    query: Object.fromEntries(query),
    headers,
    ...(body !== undefined && carried(body, isBase64Encoded)),
  };
}

/** A body of a type that is no text comes in base64. */
function carried(body: string, isBase64Encoded: boolean): Pick<ApiRequest, 'body' | 'bytes'> {
  if (!isBase64Encoded) return { body };
  const bytes = Buffer.from(body, 'base64');
  return { body: bytes.toString(), bytes };
}

async function answered(requestId: string, respondTo: () => Promise<ApiResponse>): Promise<ApiResponse> {
  try {
    return await respondTo();
  } catch (error) {
    log('request-failed', { error: thrown(error) });
    const detail = `Something went wrong on our side. It has been logged as request ${requestId}; try again, and tell us this number if it goes on.`;
    return problemResponse({ ...problem(500, detail), instance: `urn:uuid:${requestId}` });
  }
}
