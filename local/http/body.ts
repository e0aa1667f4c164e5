import type { IncomingMessage } from 'node:http';

/** API Gateway takes no more of an HTTP API. */
export const BODY_LIMIT = 10 * 1024 * 1024;

export type Body = { readonly kind: 'whole'; readonly bytes: Buffer } | { readonly kind: 'too-large' };

/**
 * What is over the limit is read and thrown away up to here: a client that is cut off while it sends sees a broken
 * connection in the place of the answer.
 */
const PATIENCE = 64 * 1024 * 1024;

/** A request's body. Throws when the client is gone. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > PATIENCE) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= BODY_LIMIT) chunks.push(bytes);
    if (size > PATIENCE) break;
  }
  return size > BODY_LIMIT ? { kind: 'too-large' } : { kind: 'whole', bytes: Buffer.concat(chunks) };
}

/**
 * True when API Gateway hands the body on as text; anything else, forms and untyped bodies included, travels as base64,
 * which loses nothing.
 */
export function isText(contentType: string | undefined): boolean {
  const type = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return type.startsWith('text/') || /^application\/(.+\+)?(json|xml|javascript)$/.test(type);
}
