import type { HttpAnswer } from './ports.ts';

/** Asks an address with GET; throws when nothing answers within ten seconds. */
export async function askOverHttp(url: string): Promise<HttpAnswer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
  const date = Date.parse(response.headers.get('date') ?? '');
  return {
    status: response.status,
    date: Number.isNaN(date) ? undefined : new Date(date),
    body: await response.json().catch(() => undefined),
  };
}
