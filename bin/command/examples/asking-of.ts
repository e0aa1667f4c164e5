import type { Runtime } from '../../../local/runtime.ts';
import type { Answer, Asking } from './collect.ts';

const everything = ['read', 'read-small-numbers', 'upload', 'operate'] as const;

/** Asks a system on this machine. Its ports are those of `npm start` in what it answers, whichever it has. */
export async function askingOf(runtime: Pick<Runtime, 'url' | 's3Url' | 'token' | 'idle'>): Promise<Asking> {
  const own = `Bearer ${await runtime.token({ scopes: [...everything], areas: ['*'] })}`;
  const read = async (response: Response): Promise<Answer> => {
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes
      .toString()
      .replaceAll(runtime.url, 'http://127.0.0.1:8080')
      .replaceAll(runtime.s3Url, 'http://127.0.0.1:8081');
    return { status: response.status, type, text, bytes: type === 'text/html' ? Buffer.from(text) : bytes };
  };
  return {
    async ask(method, path, accept, body) {
      const sent =
        body === undefined
          ? { type: undefined, body: undefined }
          : typeof body === 'string'
            ? { type: 'application/octet-stream', body }
            : { type: 'application/json', body: JSON.stringify(body) };
      const answered = await read(
        await fetch(`${runtime.url}${path}`, {
          method,
          headers: { authorization: own, accept, ...(sent.type && { 'content-type': sent.type }) },
          ...(sent.body !== undefined && { body: sent.body }),
        }),
      );
      if (method !== 'GET') await runtime.idle();
      return answered;
    },
    askAs: async (authorization, path) =>
      read(await fetch(`${runtime.url}${path}`, { headers: authorization ? { authorization } : {} })),
  };
}
