import * as z from 'zod';
import { groupMessages } from '../alerting/group.ts';
import type { Clock } from '../clock.ts';
import { type CommittedRuns, committedSince } from '../notify/committed-since.ts';
import { alertMessageSchema } from '../recompute/alert-views.ts';
import { MESSAGES_PART } from '../recompute/part-names.ts';
import { type Post, postsOf } from './posts.ts';
import { headersOf } from './signature.ts';
import type { WebhookTarget } from './target.ts';

/** How far an area's messages have been posted: all of the runs before this one, and so many posts of this one. */
export type Delivered = { readonly runId: string; readonly posts: number };

/** What became of a post: `refused` is for good, as the receiver will never take it. */
export type Posted = 'taken' | 'refused' | 'not now';

/** What the delivery to a webhook needs of the world. */
export type DeliveryPorts = {
  readonly runs: CommittedRuns & { part(area: string, runId: string, name: string): Promise<unknown> };
  readonly deliveries: {
    delivered(area: string): Promise<Delivered | undefined>;
    mark(area: string, delivered: Delivered): Promise<void>;
    /** Takes the area for oneself until an instant; false while another has it. */
    take(area: string, now: Date, until: Date): Promise<boolean>;
    release(area: string): Promise<void>;
  };
  readonly target: WebhookTarget;
  readonly post: (post: Post, headers: Readonly<Record<string, string>>) => Promise<Posted>;
  readonly clock: Clock;
  /** The world's clock, by which a receiver judges a signature; the product's may stand elsewhere. */
  readonly real: Clock;
  /** Says that a post was refused for good. */
  readonly refused: (id: string) => void;
};

// Longer than the function may run, so that a crash delays and nobody else posts meanwhile.
const TAKEN_FOR_MS = 120_000;
/** What was told longer than this before there was a webhook is not told anew. */
const BEFORE_MS = 3_600_000;

/**
 * Posts the messages of an area's committed runs, in their order and one after the other, from where it stopped: a
 * receiver that is down delays all and loses nothing. What was posted is marked at once, so that only a crash between
 * the two posts it again, under the same id. Throws when the receiver does not take one now: the work comes again.
 * Returns how many were taken.
 */
export async function deliverArea(area: string, ports: DeliveryPorts): Promise<number> {
  const { deliveries, clock } = ports;
  const now = clock.now();
  if (!(await deliveries.take(area, now, new Date(now.getTime() + TAKEN_FOR_MS))))
    throw new Error(`Cannot post the messages of ${area} now: another is posting them`);
  try {
    return await deliver(area, now, ports);
  } finally {
    await deliveries.release(area);
  }
}

async function deliver(area: string, now: Date, ports: DeliveryPorts): Promise<number> {
  const { runs, deliveries, target } = ports;
  const done = await deliveries.delivered(area);
  const after = await committedSince(area, done?.runId, ports);
  const fresh =
    done === undefined
      ? after.filter(({ madeAt }) => now.getTime() - Date.parse(madeAt) <= BEFORE_MS)
      : after;
  const resumed = done === undefined ? [] : [{ runId: done.runId, from: done.posts }];
  let taken = 0;
  for (const { runId, from } of [...resumed, ...fresh.map((head) => ({ runId: head.runId, from: 0 }))]) {
    const messages = z.array(alertMessageSchema).parse((await runs.part(area, runId, MESSAGES_PART)) ?? []);
    const posts = groupMessages(messages).flatMap((message) => postsOf(message, target));
    if (from === 0) await deliveries.mark(area, { runId, posts: 0 });
    for (const [index, post] of posts.entries()) {
      if (index < from) continue;
      taken += await send(post, ports);
      await deliveries.mark(area, { runId, posts: index + 1 });
    }
  }
  return taken;
}

async function send(post: Post, { post: posted, target, real, refused }: DeliveryPorts): Promise<0 | 1> {
  const outcome = await posted(post, headersOf(post, target.signingKey, real.now()));
  if (outcome === 'not now') throw new Error(`The webhook did not take ${post.id}; it is posted again later`);
  if (outcome === 'refused') refused(post.id);
  return outcome === 'taken' ? 1 : 0;
}
