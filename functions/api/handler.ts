import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ApiPorts } from '../../shared/api/ports.ts';
import { problem } from '../../shared/api/problem.ts';
import { type ApiResponse, problemResponse, respond } from '../../shared/api/respond.ts';
import { routes } from '../../shared/api/routes/routes.ts';
import { cellStore } from '../../shared/store/cells.ts';
import { dropStore } from '../../shared/store/drops.ts';
import { requestStore } from '../../shared/store/requests.ts';
import { runStore } from '../../shared/store/runs.ts';
import { sendMessage } from '../clients/queues.ts';
import { table } from '../clients/table.ts';
import { clock } from '../clock.ts';
import { required, servedAreas } from '../environment.ts';
import { logger } from '../logger.ts';
import { tokenVerifier } from './verify-token.ts';

const ports: ApiPorts = {
  drops: dropStore(table),
  cells: cellStore(table),
  runs: runStore(table),
  requests: requestStore(table),
  requestRecompute: (area, request) => sendMessage(required('DIRTY_QUEUE_URL'), { area, request }),
  verify: tokenVerifier(),
  clock,
  newId: randomUUID,
  areas: servedAreas(),
};

/** Answers the HTTP API. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger))
  .handler(async (event: APIGatewayProxyEventV2) => {
    const response = await answer(event);
    return compressed(response, event.headers['accept-encoding']);
  });

async function answer(event: APIGatewayProxyEventV2): Promise<ApiResponse> {
  try {
    const { method } = event.requestContext.http;
    const query = event.queryStringParameters ?? {};
    const given = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? '']));
    return await respond(
      { method, path: event.rawPath, query: given, headers: event.headers },
      routes,
      ports,
    );
  } catch (error) {
    logger.error('request failed', { error: error instanceof Error ? error : String(error) });
    return problemResponse(problem(500, 'Something went wrong on our side. It has been logged; try again.'));
  }
}

const compress = promisify(gzip);
// Smaller bodies gain nothing.
const LEAST_BYTES = 1024;

async function compressed({ status, headers, body }: ApiResponse, accepted: string | undefined) {
  if (body.length < LEAST_BYTES || !/\bgzip\b/.test(accepted ?? ''))
    return { statusCode: status, headers: { ...headers }, body };
  const packed = await compress(body);
  return {
    statusCode: status,
    headers: { ...headers, 'content-encoding': 'gzip' },
    body: packed.toString('base64'),
    isBase64Encoded: true,
  };
}
