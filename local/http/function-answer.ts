import type { ServerResponse } from 'node:http';
import * as z from 'zod';

const structured = z.object({
  statusCode: z.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

export type FunctionAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
};

/** What a function may return to API Gateway at most. */
const ANSWER_LIMIT = 6 * 1024 * 1024;

/** Headers that API Gateway sets itself. */
const ownHeaders = ['connection', 'content-length', 'transfer-encoding', 'keep-alive'];

/**
 * What a function returned, as an HTTP answer (payload format 2.0): with a `statusCode` as it says, else the value
 * itself as JSON with 200. A text says why it is no answer.
 */
export function functionAnswer(result: unknown): FunctionAnswer | string {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    if (result === null || result === undefined) return 'the function returned nothing';
    const body = typeof result === 'string' ? result : JSON.stringify(result);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(body),
    };
  }
  const parsed = structured.safeParse(result);
  if (!parsed.success) return 'the function returned a malformed answer';
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (Buffer.byteLength(body ?? '') > ANSWER_LIMIT) return 'the function returned more than 6 MB';
  const kept = Object.entries(headers ?? {})
    .map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    .filter(([name]) => !ownHeaders.includes(name));
  return {
    status: statusCode,
    headers: Object.fromEntries(kept),
    cookies: cookies ?? [],
    body: bytes,
  };
}

/** Writes it; the body is left out where HTTP has none (HEAD, 204, 304). */
export function writeAnswer(response: ServerResponse, answer: FunctionAnswer, method: string): void {
  const bodiless = answer.status === 204 || answer.status === 304 || answer.status < 200;
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(answer.cookies.length > 0 && { 'set-cookie': [...answer.cookies] }),
    ...(!bodiless && { 'content-length': answer.body.length }),
  });
  response.end(bodiless || method === 'HEAD' ? undefined : answer.body);
}
