import type { Place } from './place.ts';

/** An answer of the API: its JSON, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problem: string };

/** Asks the API for a path below its address, `/api/v1/areas`; a POST may carry a file. Throws when nothing answers. */
export type Ask = (method: 'GET' | 'POST', path: string, file?: Uint8Array) => Promise<Answer>;

/** Asks over HTTP, with the token of the environment. An address of another host is refused, token or not. */
export function askingAt(place: Place, send: typeof fetch = fetch): Ask {
  return (method, path, file) => exchange(place, send, method, path, file && [BYTES, Buffer.from(file)]);
}

/** Reads and writes a setting: JSON for JSON. */
export function exchangingAt(place: Place, send: typeof fetch = fetch) {
  return (method: 'GET' | 'PUT', path: string, body?: unknown): Promise<Answer> =>
    exchange(place, send, method, path, body === undefined ? undefined : [JSON_TYPE, JSON.stringify(body)]);
}

const BYTES = 'application/octet-stream';
const JSON_TYPE = 'application/json';

async function exchange(
  place: Place,
  send: typeof fetch,
  method: string,
  path: string,
  sent: readonly [type: string, body: string | Buffer<ArrayBuffer>] | undefined,
): Promise<Answer> {
  const url = new URL(path, place.apiUrl);
  if (url.origin !== new URL(place.apiUrl).origin) {
    return { ok: false, problem: `The API points to another address, ${url.origin}: not followed.` };
  }
  const headers = {
    ...(place.token !== undefined && { authorization: `Bearer ${place.token}` }),
    ...(sent && { 'content-type': sent[0] }),
  };
  const body = sent && { body: sent[1] };
  const response = await send(url, { method, headers, ...body, signal: AbortSignal.timeout(40_000) });
  const answered = jsonOf(await response.text());
  if (response.ok && answered !== undefined) return { ok: true, body: answered };
  return { ok: false, problem: `${method} ${url.pathname} answered ${response.status}${detailOf(answered)}` };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The `detail` of a problem document. */
function detailOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('detail' in body)) return '.';
  return typeof body.detail === 'string' ? `: ${body.detail}` : '.';
}
