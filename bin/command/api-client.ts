import type { Place } from './place.ts';

/** An answer of the API: its JSON, or why there is none. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problem: string };

/** Asks the API for a path below its address, `/api/v1/areas`; a POST may carry a file. Throws when nothing answers. */
export type Ask = (method: 'GET' | 'POST', path: string, file?: Uint8Array) => Promise<Answer>;

/** Asks over HTTP, with the token of the environment. An address of another host is refused, token or not. */
export function askingAt(place: Place, send: typeof fetch = fetch): Ask {
  return async (method, path, file) => {
    const url = new URL(path, place.apiUrl);
    if (url.origin !== new URL(place.apiUrl).origin) {
      return { ok: false, problem: `The API points to another address, ${url.origin}: not followed.` };
    }
    const headers = {
      ...(place.token !== undefined && { authorization: `Bearer ${place.token}` }),
      ...(file !== undefined && { 'content-type': 'application/octet-stream' }),
    };
    const body = file === undefined ? {} : { body: Buffer.from(file) };
    const response = await send(url, { method, headers, ...body, signal: AbortSignal.timeout(40_000) });
    const answered = jsonOf(await response.text());
    if (response.ok && answered !== undefined) return { ok: true, body: answered };
    return {
      ok: false,
      problem: `${method} ${url.pathname} answered ${response.status}${detailOf(answered)}`,
    };
  };
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
