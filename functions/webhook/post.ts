import type { Posted } from '../../shared/webhook/deliver-area.ts';
import type { Post } from '../../shared/webhook/posts.ts';

const LONGEST_MS = 10_000;

/** What a receiver will never take, however often it is sent: it cannot be read, is too large, or is refused as it is. */
const FOR_GOOD: readonly number[] = [400, 413, 422];

/** Posts to an address. Any answer but 2xx is "not now", but one by which the receiver will never take this body. */
export function poster(url: string) {
  return async (post: Post, headers: Readonly<Record<string, string>>): Promise<Posted> => {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const response = await fetch(url, {
      ...{ method: 'POST', headers, body: post.body, signal },
      // Only the address that was settled gets what is said.
      redirect: 'manual',
    }).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok === true) return 'taken';
    return response !== undefined && FOR_GOOD.includes(response.status) ? 'refused' : 'not now';
  };
}
