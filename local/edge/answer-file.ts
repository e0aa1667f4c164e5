import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { StoredFile } from './bucket-files.ts';
import { isCompressible } from './content-type.ts';

const compress = promisify(gzip);

/** CloudFront compresses nothing smaller. */
const LEAST_BYTES = 1000;

/** Answers GET and HEAD with a file: 304 when the client has it, compressed when that helps and it may be. */
export async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StoredFile,
  mayCompress: boolean,
): Promise<void> {
  const packs = mayCompress && file.bytes.length >= LEAST_BYTES && isCompressible(file.contentType);
  const packed = packs && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const headers = {
    // The packed bytes differ, the content does not: a weak tag.
    etag: packed ? `W/${file.etag}` : file.etag,
    ...(file.cacheControl !== undefined && { 'cache-control': file.cacheControl }),
    ...(packs && { vary: 'accept-encoding' }),
  };
  if (isKnown(request.headers['if-none-match'], file.etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const body = packed ? await compress(file.bytes) : file.bytes;
  response.writeHead(200, {
    ...headers,
    'content-type': file.contentType,
    'content-length': body.length,
    ...(packed && { 'content-encoding': 'gzip' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
