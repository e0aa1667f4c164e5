import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { problem } from '../shared/api/problem.ts';
import { type ApiResponse, problemResponse } from '../shared/api/respond.ts';

/** A response as API Gateway takes it from a function. */
export type GatewayResponse = {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly isBase64Encoded?: true;
};

const compress = promisify(gzip);
// Smaller bodies gain nothing.
const LEAST_BYTES = 1024;
/** A function may answer 6 MB, base64 and headers included; more would end in a bad gateway. */
const MOST_BYTES = 5_900_000;

/**
 * The response as it is sent: compressed where the caller accepts gzip. What is too large all the same is a bad
 * request that says how to ask for less.
 */
export async function compressed(
  response: ApiResponse,
  accepted: string | undefined,
): Promise<GatewayResponse> {
  const sent = await packed(response, accepted);
  const bytes = Buffer.byteLength(sent.body);
  if (bytes <= MOST_BYTES) return sent;
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
  const less = 'Ask for a shorter span with from and to, or for fewer items with limit';
  const how = sent.isBase64Encoded ? less : `Send "accept-encoding: gzip". ${less}`;
  return plain(
    problemResponse(problem(400, `Cannot answer in one piece: it is ${size}, and 6 MB is the most. ${how}.`)),
  );
}

async function packed(response: ApiResponse, accepted: string | undefined): Promise<GatewayResponse> {
  const { status, headers, bytes } = response;
  if (bytes !== undefined) {
    const body = Buffer.from(bytes).toString('base64');
    return { statusCode: status, headers: { ...headers }, body, isBase64Encoded: true };
  }
  if (response.body.length < LEAST_BYTES || !/\bgzip\b/.test(accepted ?? '')) return plain(response);
  const body = (await compress(response.body)).toString('base64');
  return {
    statusCode: response.status,
    headers: { ...response.headers, 'content-encoding': 'gzip' },
    body,
    isBase64Encoded: true,
  };
}

function plain({ status, headers, body }: ApiResponse): GatewayResponse {
  return { statusCode: status, headers: { ...headers }, body };
}
