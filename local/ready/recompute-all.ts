import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { CannotStart } from '../cannot-start.ts';
import type { ApiCaller } from './api-caller.ts';

const areasSchema = z.object({
  items: z.array(z.object({ code: z.string() })),
  next: z.string().nullable(),
});
const requestSchema = z.object({ state: z.string(), links: z.object({ self: z.string() }) });

const LOOK_AGAIN_MS = 60;
const LONGEST_WAIT_MS = 300_000;

/** The codes of every area that the system serves. */
export async function servedAreas(call: ApiCaller): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: z.output<typeof areasSchema> = await call(
      'GET',
      `/api/v1/areas?limit=200${query}`,
      areasSchema,
    );
    codes.push(...page.items.map(({ code }) => code));
    cursor = page.next;
  }
  return codes;
}

/** Has every area recomputed and waits for it. Throws CannotStart when for five minutes no further one is done. */
export async function recomputeAll(call: ApiCaller, areas: readonly string[]): Promise<void> {
  const asked: z.output<typeof requestSchema>[] = [];
  // One after the other: all of England at once kept the issuer's keys waiting on a busy machine until they timed out.
  for (const area of areas)
    asked.push(await call('POST', `/api/v1/areas/${encodeURIComponent(area)}/recompute`, requestSchema));
  for (const { links } of asked) {
    const until = performance.now() + LONGEST_WAIT_MS;
    while ((await call('GET', links.self, requestSchema)).state !== 'done') {
      if (performance.now() > until) {
        throw new CannotStart(
          `Cannot get ready: ${links.self} is not done. logs/recompute.log in the data directory says why.`,
        );
      }
      await pause(LOOK_AGAIN_MS);
    }
  }
}
