import { AsyncLocalStorage } from 'node:async_hooks';

/** What one request took of the table: milliseconds in which at least one answer was awaited, and requests sent. */
type Spent = { waiting: number; since: number; milliseconds: number; requests: number };

const spending = new AsyncLocalStorage<Spent>();

/** Counts a request to the table towards the request of the API that it serves, if there is one. */
export async function spent<Answer>(asked: () => Promise<Answer>): Promise<Answer> {
  const of = spending.getStore();
  if (of === undefined) return await asked();
  if (of.waiting === 0) of.since = performance.now();
  of.waiting += 1;
  of.requests += 1;
  try {
    return await asked();
  } finally {
    of.waiting -= 1;
    if (of.waiting === 0) of.milliseconds += performance.now() - of.since;
  }
}

/** Answers, with the time it took as `Server-Timing`: all of it, and what of it went into the table. */
export async function timed<Response extends { readonly headers: Readonly<Record<string, string>> }>(
  answer: () => Promise<Response>,
): Promise<Response> {
  const begun = performance.now();
  const of: Spent = { waiting: 0, since: 0, milliseconds: 0, requests: 0 };
  const response = await spending.run(of, answer);
  const total = performance.now() - begun;
  const table = `table;dur=${of.milliseconds.toFixed(1)};desc="${of.requests} requests"`;
  return {
    ...response,
    headers: { ...response.headers, 'server-timing': `total;dur=${total.toFixed(1)}, ${table}` },
  };
}
