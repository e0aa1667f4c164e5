import { caller } from './caller.ts';

/** What the API answered, or why it did not. `status` is null when it could not be reached at all. */
export type Answer<Body> =
  | { readonly kind: 'ok'; readonly body: Body }
  | { readonly kind: 'failed'; readonly status: number | null; readonly detail: string | null };

export type List<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type Failed = Extract<Answer<never>, { kind: 'failed' }>;

type Request = { readonly method?: 'GET' | 'POST' | 'PUT'; readonly body?: object };

const PATIENCE_MS = 20_000;
/** How long to wait before each further try of a question that may have failed by chance. */
const AGAIN_AFTER_MS = [300, 1500];

/**
 * Asks the API of the page's own origin. Page and API are built from one source, so an answer is taken to have
 * the shape that its schema gives it.
 */
export async function ask<Body>(path: string, request: Request = {}): Promise<Answer<Body>> {
  for (const pause of AGAIN_AFTER_MS) {
    const answer = await askOnce<Body>(path, request);
    if (!mayPass(answer, request)) return answer;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return await askOnce(path, request);
}

/** Whether asking again may help. What writes is never sent twice; without a connection there is no use. */
function mayPass(answer: Answer<unknown>, { method = 'GET' }: Request): boolean {
  if (answer.kind === 'ok' || method !== 'GET' || !navigator.onLine) return false;
  return answer.status === null || [502, 503, 504].includes(answer.status);
}

async function askOnce<Body>(path: string, request: Request): Promise<Answer<Body>> {
  const { method = 'GET', body: sent } = request;
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        accept: 'application/json',
        ...caller()?.headers(),
        ...(sent !== undefined && { 'content-type': 'application/json' }),
      },
      ...(sent !== undefined && { body: JSON.stringify(sent) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 401) caller()?.refused();
    if (!response.ok) return { kind: 'failed', status: response.status, detail: await detailOf(response) };
    const body: Body = await response.json();
    return { kind: 'ok', body };
  } catch {
    return { kind: 'failed', status: null, detail: null };
  }
}

/** Asks for a list to its end, page by page; `path` has its question mark already. */
export async function askAll<Item>(path: string): Promise<Answer<List<Item>>> {
  const items: Item[] = [];
  for (let cursor = ''; ; ) {
    const answer = await ask<List<Item>>(`${path}${cursor}`);
    if (answer.kind === 'failed') return answer;
    items.push(...answer.body.items);
    if (answer.body.next === null) return { kind: 'ok', body: { items, next: null } };
    cursor = `&cursor=${encodeURIComponent(answer.body.next)}`;
  }
}

/** The sentence of a problem+json answer; null when the body is something else. */
export async function detailOf(response: Response): Promise<string | null> {
  try {
    const problem: { readonly detail?: unknown } | null = await response.json();
    return typeof problem?.detail === 'string' ? problem.detail : null;
  } catch {
    return null;
  }
}
