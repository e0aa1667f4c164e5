import * as z from 'zod';

/** The queues that have dead letters which can go back. */
export const queueNames = ['ingest', 'recompute', 'notify', 'webhook'] as const;
export type QueueName = (typeof queueNames)[number];

/** A message that was given up. */
export type Letter = {
  readonly id: string;
  /** When it was first sent, ISO, in real time. */
  readonly sentAt: string;
  readonly body: string;
};

const notification = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) })),
});
const work = z.object({ key: z.string() });
const swept = z.object({ sweep: z.literal(true), folder: z.string().optional() });
const area = z.object({ area: z.string() });

/** What a dead letter is about, in names only: keys, areas, folders. A body that is none of ours is not repeated. */
export function subjectsOf(body: string): readonly string[] {
  const message = jsonOf(body);
  const event = notification.safeParse(message);
  if (event.success && event.data.Records.length > 0) {
    return event.data.Records.map(({ s3 }) => `file ${decoded(s3.object.key)}`);
  }
  const key = work.safeParse(message);
  if (key.success) return [`file ${key.data.key}`];
  const sweep = swept.safeParse(message);
  if (sweep.success) return [sweep.data.folder === undefined ? 'sweep' : `sweep of ${sweep.data.folder}`];
  const dirty = area.safeParse(message);
  if (dirty.success) return [dirty.data.area === '*' ? 'every area' : `area ${dirty.data.area}`];
  return ['something that is none of our messages'];
}

/** Keys of events are form-encoded. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
